package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.FormFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that the code does not read is lost; one that the form does not have is never filled. */
class FormTests {

  private static final Path CODE = Path.of("src/main/java/io/dunwell");
  private static final Pattern READ =
      Pattern.compile(
          "(?:[aA]nswer(?:\\(\\))?\\s*\\.(?:text|day|amount|choice)\\(\\s*|amountIn\\(report, )"
              + "\"(\\w+)\"");

  @ParameterizedTest
  @CsvSource({
    "call-customer, resolution/Calls.java resolution/CallReport.java",
    "decide-escalation, dunning/EscalationDecision.java",
    "prepare-legal-referral, dunning/process/RecordLegalReferral.java",
    "complete-contact, dunning/process/RecordContact.java",
    "explain-unbilled, unbilled/process/SaidAnswer.java",
    "decide-unbilled, unbilled/process/SaidAnswer.java unbilled/process/ApplyUnbilledDecision.java",
    "obtain-proof, unbilled/process/ConfirmProof.java",
    "approve-sales, approval/process/VerdictAnswer.java",
    "approve-operations, approval/process/VerdictAnswer.java",
    "approve-accounts, approval/process/VerdictAnswer.java",
    "approve-second, approval/process/VerdictAnswer.java",
    "approve-management, approval/process/VerdictAnswer.java",
    "revise-invoice, approval/process/ResubmitInvoice.java",
    "mend-registration, billing/process/RegisterAgain.java"
  })
  void asksForExactlyWhatTheCodeReads(String form, String sources) throws IOException {
    FormFile file = FormFile.of(form);

    assertThat(file.keys()).isEqualTo(readIn(List.of(sources.split(" "))));
    assertThat(file.json().path("id").asText()).isEqualTo(form);
    assertThat(file.json().path("type").asText()).isEqualTo("default");
  }

  private static Set<String> readIn(List<String> sources) throws IOException {
    Set<String> read = new TreeSet<>();
    for (String source : sources) {
      Matcher matcher = READ.matcher(Files.readString(CODE.resolve(source)));
      while (matcher.find()) {
        read.add(matcher.group(1));
      }
    }
    return read;
  }
}
