package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;

/**
 * Reads electronic invoices that others wrote, UBL or CII, bare or inside a PDF, and refuses what
 * the official rules refuse. Nothing in them is fetched or executed.
 */
@Service
public class EinvoiceReader {

  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private final OfficialRules rules;

  EinvoiceReader(OfficialRules rules) {
    this.rules = rules;
  }

  /**
   * What a document says.
   *
   * @throws InvalidEinvoice if it breaks official rules, with all of them
   * @throws RuleViolation {@code einvoice.malformed}, {@code einvoice.format-unknown}, {@code
   *     einvoice.profile-incomplete} or {@code einvoice.no-xml-inside} if it does not get that far
   */
  public ReceivedEinvoice read(byte[] document) {
    return isPdf(document) ? readHybrid(document) : read(HardenedXml.parse(document), List.of());
  }

  private ReceivedEinvoice readHybrid(byte[] pdf) {
    HybridPdf.Contents contents = HybridPdf.read(pdf);
    Document document = HardenedXml.parse(contents.invoice().xml());
    String guideline = ReceivedFields.guideline(document);
    return read(document, HybridEnvelope.check(contents, guideline));
  }

  private ReceivedEinvoice read(Document document, List<BrokenRule> envelope) {
    EinvoiceFormat format = EinvoiceFormat.of(document);
    refuseWithoutLines(ReceivedFields.guideline(document));
    List<BrokenRule> broken = new ArrayList<>(envelope);
    broken.addAll(rules.broken(document, format.rules()));
    InvalidEinvoice.refuseIfFatal(broken);
    return ReceivedFields.read(document, format, broken);
  }

  /** The two profiles of Factur-X that only help to book what is printed. */
  private static void refuseWithoutLines(String guideline) {
    String name = guideline.toLowerCase(Locale.ROOT);
    if (name.endsWith(":minimum") || name.endsWith(":basicwl")) {
      throw new RuleViolation(
          "einvoice.profile-incomplete",
          "Profiles MINIMUM and BASIC WL have no lines and are no invoice under EN 16931; ask the"
              + " sender for BASIC or EN 16931.");
    }
  }

  private static boolean isPdf(byte[] document) {
    for (int i = 0; i < PDF.length; i++) {
      if (document.length <= i || document[i] != PDF[i]) {
        return false;
      }
    }
    return true;
  }
}
