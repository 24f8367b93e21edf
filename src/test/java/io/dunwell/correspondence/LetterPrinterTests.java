package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterPrinterTests {

  private final LetterPrinter printer = new LetterPrinter(new Wordings());

  @ParameterizedTest
  @EnumSource
  void everyLetterIsPrintedWithoutAMissingText(LetterTemplate template) throws Exception {
    for (String language : List.of("en-IN", "de-DE", "hi-IN", "fr-FR")) {
      FrozenLetter letter = frozen(Samples.letter(template, language, "INR"));
      String html = printer.html(letter);
      assertThat(html + printer.page(letter) + printer.subject(letter))
          .doesNotContain("??")
          .doesNotContain(" th:")
          .contains("INV-2026-00017")
          .contains("Sharma &amp; Sons");
      Path out = Path.of("target/letters/" + template.key() + "-" + language + ".html");
      Files.createDirectories(out.getParent());
      Files.writeString(out, html);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${T(java.lang.Runtime).getRuntime().exec('id')}",
        "[[${7*7}]]",
        "[(${7*7})]",
        "__${7*7}__",
        "#{reminder.title}",
        "<script>alert(1)</script>",
        "{0} '{1}'",
      })
  void aNameIsPrintedAsItIsAndNeverEvaluated(String name) {
    LetterFacts facts =
        LetterFacts.of(
            Samples.addressee(name),
            Samples.facts("INR", LetterTemplate.REMINDER).raised(),
            java.util.Currency.getInstance("INR"));
    NewLetter letter = Samples.letter(LetterTemplate.REMINDER, "en-IN", facts, null);
    String html = printer.html(frozen(letter));
    assertThat(html)
        .contains(
            name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;"));
  }

  @Test
  void tenThousandLettersTakeSeconds() {
    FrozenLetter letter = frozen(Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR"));
    long length = 0;
    for (int i = 0; i < 2000; i++) {
      length += printer.html(letter).length();
    }
    long start = System.nanoTime();
    for (int i = 0; i < 2000; i++) {
      length += printer.html(letter).length();
    }
    System.out.println(
        "us per letter " + (System.nanoTime() - start) / 2_000_000 + " of " + length / 4000);
  }

  static FrozenLetter frozen(NewLetter letter) {
    return new FrozenLetter(
        LetterTemplate.of(letter.template()),
        letter.language().toLanguageTag(),
        letter.currency(),
        letter.dated(),
        new Letterhead(
            "Konkan Textiles Pvt. Ltd.",
            List.of("Plot 21, MIDC Industrial Area", "Andheri East", "Mumbai 400093"),
            "accounts@konkan.example",
            "+91 22 5550 0140",
            "GSTIN 27AABCK1234F1Z5",
            List.of(
                "Konkan Textiles Pvt. Ltd.",
                "State Bank of India, Andheri East",
                "Account 3012 3456 789 · IFSC SBIN0001234")),
        letter.facts());
  }
}
