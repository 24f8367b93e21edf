package io.dunwell.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Tells PDFs that nobody can open without a password. */
final class LockedPdf {

  private LockedPdf() {}

  /** Only what says that it is encrypted is opened, for opening takes time. */
  static boolean is(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains("/Encrypt") && asks(content);
  }

  private static boolean asks(byte[] content) {
    try {
      Loader.loadPDF(content).close();
      return false;
    } catch (InvalidPasswordException locked) {
      return true;
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      return false;
    }
  }
}
