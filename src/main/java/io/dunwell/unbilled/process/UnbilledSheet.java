package io.dunwell.unbilled.process;

import io.dunwell.shared.Words;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.ChasedItem;
import io.dunwell.unbilled.Chases;
import io.dunwell.unbilled.Explanation;
import io.dunwell.unbilled.Explanations;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Gathers what the forms of a chase show, under the names that the forms use. */
@Component
class UnbilledSheet {

  private final Chases chases;
  private final Explanations explanations;
  private final Clock clock;

  UnbilledSheet(Chases chases, Explanations explanations, Clock clock) {
    this.chases = chases;
    this.explanations = explanations;
    this.clock = clock;
  }

  Map<String, Object> of(TaskView task) {
    ChaseView chase = chases.view(ChaseId.of(task.businessKey()));
    ChasedItem item = chase.item();
    List<Explanation> said = explanations.of(item.root());
    Map<String, Object> facts = new HashMap<>();
    facts.put("customerName", item.customerName());
    facts.put("customerNumber", item.customerNumber());
    facts.put("customer", item.customer().toString());
    facts.put("delivery", item.delivery().toString());
    facts.put("deliveryNumber", item.deliveryNumber());
    facts.put("deliveredOn", Words.day(item.deliveredOn()));
    facts.put("age", Words.days(age(item)));
    facts.put("item", item.item());
    facts.put("description", Objects.requireNonNullElse(item.description(), ""));
    facts.put("quantity", item.quantity().stripTrailingZeros().toPlainString());
    facts.put("contract", item.contract().toString());
    facts.put("contractNumber", item.contractNumber());
    facts.put("amount", UnbilledTask.value(chase));
    facts.put("why", item.why());
    facts.put("because", chase.because());
    facts.put("owner", Objects.requireNonNullElse(chase.owner(), "everybody in the group"));
    facts.put("ownerChoices", choices(chase));
    facts.put("askedOn", Words.day(chase.openedOn()));
    facts.put("managerOn", managerText(chase));
    facts.put("proofText", proofText(chase));
    facts.put("explanations", said.stream().map(UnbilledSheet::row).toList());
    facts.put(
        "lastWord",
        said.stream()
            .findFirst()
            .map(UnbilledSheet::lastWord)
            .orElse("Nothing was said about it so far."));
    return facts;
  }

  /** Whom else the manager may ask. */
  private List<Map<String, String>> choices(ChaseView chase) {
    return chases.candidates().stream()
        .filter(person -> !person.name().equals(chase.owner()))
        .map(person -> Map.of("value", person.name(), "label", person.fullName()))
        .toList();
  }

  private long age(ChasedItem item) {
    return ChronoUnit.DAYS.between(item.deliveredOn(), LocalDate.now(clock));
  }

  private static String managerText(ChaseView chase) {
    LocalDate asked = chase.escalatedOn();
    return asked == null
        ? "The manager is asked on " + Words.day(chase.escalateOn()) + "."
        : "The manager was asked on " + Words.day(asked) + ".";
  }

  private String proofText(ChaseView chase) {
    return chases.proven(chase)
        ? "A proof is attached: complete this task."
        : "No proof is attached yet. Attach it on the delivery's page; this task is then done by itself.";
  }

  private static String lastWord(Explanation said) {
    String reason = said.reason();
    String end = reason.matches("(?s).*[.!?]") ? "" : ".";
    return "%s on %s: %s%s".formatted(said.by(), Words.day(said.on()), reason, end);
  }

  private static Map<String, String> row(Explanation said) {
    return Map.of(
        "day", Words.day(said.on()),
        "by", said.by(),
        "kind", Words.of(said.kind()),
        "reason", said.reason(),
        "until", Words.day(said.until()));
  }
}
