package io.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** Asks veraPDF whether a PDF is what it says to be: PDF/A-3. */
public final class ForTheArchive {

  private ForTheArchive() {}

  public static void assertThatItIs(byte[] pdf) {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser file =
        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf))) {
      PDFAFlavour declared = file.getFlavours().get(0);
      assertThat(declared).isIn(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFA_3_B);
      List<String> broken =
          Foundries.defaultInstance()
              .createValidator(declared, false)
              .validate(file)
              .getTestAssertions()
              .stream()
              .filter(assertion -> assertion.getStatus() == Status.FAILED)
              .map(ForTheArchive::sentence)
              .distinct()
              .toList();
      assertThat(broken).as("what it breaks of " + declared).isEmpty();
    } catch (ModelParsingException
        | EncryptedPdfException
        | ValidationException
        | IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String sentence(TestAssertion assertion) {
    return assertion.getRuleId().getClause() + ": " + assertion.getMessage();
  }
}
