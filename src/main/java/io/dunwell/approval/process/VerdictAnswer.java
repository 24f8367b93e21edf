package io.dunwell.approval.process;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an approver entered. */
record VerdictAnswer(Answer answer) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  enum Choice {
    APPROVE,
    RETURN
  }

  Choice choice() {
    return answer.choice(
        "verdict", Choice.class, "Choose whether you approve the invoice or return it.");
  }

  /** Why it goes back, or a remark; null for none. */
  @Nullable String remark() {
    return answer.text("reason").orElse(null);
  }

  String reason() {
    return answer
        .text("reason")
        .orElseThrow(
            () ->
                new RuleViolation(
                    "approval.no-reason", "Say what has to be changed: a return needs a reason."));
  }

  /** The hash of the version that was looked at: the one of the form, or the present one. */
  String version(InvoiceView invoice) {
    return answer
        .text("version")
        .orElseGet(() -> String.valueOf(invoice.preparation().versionHash()));
  }

  /**
   * The lines that are not right; a browser sends them as a list in text.
   *
   * @throws RuleViolation {@code approval.line-unknown}
   */
  List<UUID> lines(InvoiceView invoice) {
    List<UUID> own = invoice.lines().stream().map(LineView::id).toList();
    List<UUID> marked =
        ID.matcher(answer.text("lines").orElse(""))
            .results()
            .map(MatchResult::group)
            .map(UUID::fromString)
            .toList();
    if (!own.containsAll(marked)) {
      throw new RuleViolation(
          "approval.line-unknown", "A marked line does not belong to this invoice.");
    }
    return marked;
  }

  /** Whether lines are marked although the invoice is to be approved as a whole. */
  boolean contradicts(InvoiceView invoice) {
    return choice() == Choice.APPROVE && !lines(invoice).isEmpty();
  }
}
