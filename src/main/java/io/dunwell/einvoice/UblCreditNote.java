package io.dunwell.einvoice;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** A credit note in UBL: it says what an invoice says, in the same order, under other names. */
final class UblCreditNote {

  private static final String NAMESPACE =
      "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
  private static final Map<String, String> NAMES =
      Map.of(
          "Invoice", "CreditNote",
          "InvoiceTypeCode", "CreditNoteTypeCode",
          "InvoiceLine", "CreditNoteLine",
          "InvoicedQuantity", "CreditedQuantity");

  /** Nobody has to pay a credit note. */
  private static final String DUE = "DueDate";

  private UblCreditNote() {}

  /** The invoice renamed; it becomes the credit note. */
  static Document of(Document invoice) {
    rename(invoice, invoice.getDocumentElement(), NAMESPACE);
    return invoice;
  }

  private static void rename(Document document, Node node, String namespace) {
    Node child = node.getFirstChild();
    while (child != null) {
      Node next = child.getNextSibling();
      if (DUE.equals(child.getLocalName())) {
        node.removeChild(child);
      } else {
        rename(document, child, String.valueOf(child.getNamespaceURI()));
      }
      child = next;
    }
    String name = NAMES.get(String.valueOf(node.getLocalName()));
    if (name != null) {
      String prefix = node.getPrefix();
      document.renameNode(node, namespace, prefix == null ? name : prefix + ":" + name);
    }
  }

  /** In UTF-8. */
  static byte[] bytes(Document document) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
