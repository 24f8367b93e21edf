package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses what strangers send: no document type, no entities, nothing fetched. */
final class HardenedXml {

  private static final ErrorHandler SILENT =
      new DefaultHandler() {
        @Override
        public void fatalError(SAXParseException e) throws SAXException {
          throw e;
        }
      };

  /** More than any invoice needs, in bytes and in elements within elements. */
  private static final int LARGEST = 20_000_000;

  private static final int DEEPEST = 100;

  private HardenedXml() {}

  /**
   * @throws RuleViolation {@code einvoice.malformed} if it is no XML, too large or too deep, or has
   *     a document type
   */
  static Document parse(byte[] xml) {
    if (xml.length > LARGEST) {
      throw new RuleViolation("einvoice.malformed", "The document is larger than 20 MB.");
    }
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXException | IOException malformed) {
      throw new RuleViolation(
          "einvoice.malformed",
          "The document is no well-formed XML, or brings a document type of its own: "
              + malformed.getMessage());
    } catch (ParserConfigurationException missing) {
      throw new IllegalStateException("The XML parser cannot be hardened", missing);
    }
  }

  /** The parser of the JDK, whatever other is on the class path. */
  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory;
  }
}
