package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * The XML invoice in a PDF.
 *
 * @param name of the file
 * @param relationship how it stands to the PDF, {@code null} if it does not say
 * @param xml its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record EmbeddedInvoice(String name, @Nullable String relationship, byte[] xml) {

  /** The names that Factur-X, ZUGFeRD 2 and XRechnung, and the early ZUGFeRD gave it. */
  private static final Set<String> NAMES =
      Set.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml");

  /** More than any invoice needs: an embedded stream may unfold to anything. */
  private static final long MAXIMUM_BYTES = 20_000_000;

  static EmbeddedInvoice of(PDDocument document) throws IOException {
    Map<String, PDComplexFileSpecification> files = files(document);
    List<Map.Entry<String, PDComplexFileSpecification>> invoices =
        files.entrySet().stream().filter(file -> NAMES.contains(file.getKey())).toList();
    if (invoices.size() != 1) {
      throw new RuleViolation(
          "einvoice.no-xml-inside",
          invoices.isEmpty()
              ? "The PDF has no invoice as XML inside; ask the sender for Factur-X or ZUGFeRD."
              : "The PDF has several invoices as XML inside; it has to have one.");
    }
    PDComplexFileSpecification file = invoices.get(0).getValue();
    return new EmbeddedInvoice(
        invoices.get(0).getKey(),
        file.getCOSObject().getNameAsString("AFRelationship"),
        bytes(file));
  }

  private static byte[] bytes(PDComplexFileSpecification file) throws IOException {
    PDEmbeddedFile embedded = file.getEmbeddedFileUnicode();
    PDEmbeddedFile plain = embedded == null ? file.getEmbeddedFile() : embedded;
    if (plain == null) {
      throw new RuleViolation("einvoice.malformed", "The invoice inside the PDF is empty.");
    }
    try (var in = plain.createInputStream()) {
      byte[] xml = in.readNBytes((int) MAXIMUM_BYTES + 1);
      if (xml.length > MAXIMUM_BYTES) {
        throw new RuleViolation("einvoice.malformed", "The invoice inside the PDF is too large.");
      }
      return xml;
    }
  }

  private static Map<String, PDComplexFileSpecification> files(PDDocument document)
      throws IOException {
    Map<String, PDComplexFileSpecification> files = new HashMap<>();
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
    if (tree != null) {
      collect(tree, files, 0);
    }
    return files;
  }

  private static void collect(
      PDNameTreeNode<PDComplexFileSpecification> node,
      Map<String, PDComplexFileSpecification> files,
      int depth)
      throws IOException {
    if (depth > 10) {
      throw new RuleViolation("einvoice.malformed", "The PDF's list of files goes in circles.");
    }
    Map<String, PDComplexFileSpecification> names = node.getNames();
    if (names != null) {
      names.values().forEach(file -> files.put(name(file), file));
    }
    var kids = node.getKids();
    if (kids != null) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
        collect(kid, files, depth + 1);
      }
    }
  }

  private static String name(PDComplexFileSpecification file) {
    String unicode = file.getFileUnicode();
    String plain = file.getFile();
    return unicode != null ? unicode : plain != null ? plain : "";
  }
}
