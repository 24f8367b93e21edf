package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** A PDF that carries its own invoice as XML, after Factur-X 1.0 §6 and PDF/A-3 (ISO 19005-3). */
final class HybridPdf {

  static final String NAME = "factur-x.xml";

  private static final Pattern CONFORMANCE =
      Pattern.compile("pdfaid:conformance(?:>|=[\"'])([ABU])");

  private HybridPdf() {}

  static byte[] embed(byte[] pdf, byte[] xml, String title) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDComplexFileSpecification file = file(document, xml);
      attach(document.getDocumentCatalog(), file);
      describe(document, title);
      document.setVersion(1.7f);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The PDF of invoice " + title + " is unreadable", unreadable);
    }
  }

  private static PDComplexFileSpecification file(PDDocument document, byte[] xml)
      throws IOException {
    PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(xml));
    embedded.setSubtype("text/xml");
    embedded.setSize(xml.length);
    embedded.setModDate(document.getDocumentInformation().getCreationDate());
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(NAME);
    file.setFileUnicode(NAME);
    file.setFileDescription("Invoice as XML (Factur-X)");
    file.setEmbeddedFile(embedded);
    file.setEmbeddedFileUnicode(embedded);
    file.getCOSObject().setName("AFRelationship", "Alternative");
    return file;
  }

  private static void attach(PDDocumentCatalog catalog, PDComplexFileSpecification file)
      throws IOException {
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(NAME, file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(tree);
    catalog.setNames(names);
    COSArray associated = new COSArray();
    associated.add(file.getCOSObject());
    catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }

  /**
   * The metadata are written anew: in PDF/A they must not contradict the information dictionary.
   */
  private static void describe(PDDocument document, String title) throws IOException {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    String conformance = conformance(catalog).orElse("B");
    document.setDocumentInformation(new PDDocumentInformation());
    byte[] xmp = FacturXMetadata.of(title, conformance).getBytes(StandardCharsets.UTF_8);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp);
    catalog.setMetadata(metadata);
  }

  private static Optional<String> conformance(PDDocumentCatalog catalog) throws IOException {
    PDMetadata metadata = catalog.getMetadata();
    if (metadata == null) {
      return Optional.empty();
    }
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    Matcher matcher = CONFORMANCE.matcher(xmp);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * The invoice inside a PDF.
   *
   * @throws RuleViolation {@code einvoice.malformed} if it is no readable PDF, {@code
   *     einvoice.no-xml-inside} if there is none
   */
  static Contents read(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      if (document.isEncrypted()) {
        throw new RuleViolation("einvoice.malformed", "The PDF is encrypted; ask for an open one.");
      }
      PDMetadata metadata = document.getDocumentCatalog().getMetadata();
      String xmp =
          metadata == null ? "" : new String(metadata.toByteArray(), StandardCharsets.UTF_8);
      return new Contents(EmbeddedInvoice.of(document), xmp);
    } catch (IOException unreadable) {
      throw new RuleViolation(
          "einvoice.malformed", "The PDF cannot be read: " + unreadable.getMessage());
    }
  }

  /**
   * What a hybrid PDF carries.
   *
   * @param invoice the file inside
   * @param xmp the metadata packet, empty if there is none
   */
  record Contents(EmbeddedInvoice invoice, String xmp) {}
}
