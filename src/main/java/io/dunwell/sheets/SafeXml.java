package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML as a stream of elements, with document types and external entities switched off. */
final class SafeXml implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;

  SafeXml(InputStream in) {
    try {
      this.reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw unreadable();
    }
  }

  /** Moves to the next start or end of an element; false at the end of the document. */
  boolean next() {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        refuseDocumentType(event);
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw unreadable();
    }
  }

  /** Moves to the next start of an element of that name; false if there is none. */
  boolean nextStart(String name) {
    while (next()) {
      if (starts(name)) {
        return true;
      }
    }
    return false;
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  /** The attribute of that local name, whatever its namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The attribute as a whole number that is not negative, or {@code otherwise}. */
  int number(String name, int otherwise) {
    String value = attribute(name);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  /** The text up to the end of the element that has just started, which holds nothing else. */
  String text() {
    try {
      return reader.getElementText();
    } catch (XMLStreamException e) {
      throw unreadable();
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw unreadable();
    }
  }

  private static void refuseDocumentType(int event) {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new RuleViolation(
          "file.dangerous-xml", "The workbook declares a document type, which no Excel file does.");
    }
  }

  private static RuleViolation unreadable() {
    return new RuleViolation(
        "file.broken-xml", "The workbook is damaged or was tampered with. Save it again in Excel.");
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
