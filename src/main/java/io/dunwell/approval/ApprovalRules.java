package io.dunwell.approval;

import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Deputies;
import io.dunwell.workflow.Group;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Four eyes: who may say what about an invoice. */
@Component
class ApprovalRules {

  /** Whom every invoice needs until the approval rules have been asked. */
  static final Map<Department, String> UNTIL_DECIDED = untilDecided();

  private final Deputies deputies;
  private final ApprovalStore store;

  ApprovalRules(Deputies deputies, ApprovalStore store) {
    this.deputies = deputies;
    this.store = store;
  }

  private static Map<Department, String> untilDecided() {
    Map<Department, String> all = new EnumMap<>(Department.class);
    for (Department each : List.of(Department.SALES, Department.OPERATIONS, Department.ACCOUNTS)) {
      all.put(each, "Every invoice needs it unless a rule says otherwise.");
    }
    return all;
  }

  void refuseStale(InvoiceView invoice, String versionHash) {
    if (!versionHash.equals(invoice.preparation().versionHash())) {
      throw new RuleViolation(
          "invoice.changed-meanwhile",
          "The invoice changed since you opened it; look at the new version first.");
    }
  }

  /**
   * Who wants to decide.
   *
   * @param groups for which they may decide today
   * @param hands login names of everybody who had a hand in the invoice
   */
  record Person(Actor actor, Set<Group> groups, Set<String> hands) {}

  void refuseUnlessMayDecide(
      InvoiceView invoice,
      Department department,
      List<Standing> standings,
      List<ApprovalView> verdicts,
      Actor by) {
    refuseUnlessMayDecide(invoice, department, standings, verdicts, person(invoice, by));
  }

  void refuseUnlessMayDecide(
      InvoiceView invoice,
      Department department,
      List<Standing> standings,
      List<ApprovalView> verdicts,
      Person by) {
    refuseUnlessMayReturn(invoice, department, standings, by);
    refuse(
        standings.stream().noneMatch(each -> each.department() == department && each.isOpen()),
        "approval.already-given",
        department.word() + " has approved this version already.");
    refuse(
        verdicts.stream()
            .anyMatch(
                each ->
                    each.verdict() == Verdict.APPROVED
                        && each.by().equals(by.actor().name())
                        && each.department() != department),
        "invoice.two-departments",
        "You have approved this invoice for another department; somebody else has to decide"
            + " for this one.");
  }

  void refuseUnlessMayReturn(
      InvoiceView invoice,
      Department department,
      List<Standing> standings,
      List<ApprovalView> verdicts,
      Actor by) {
    refuseUnlessMayReturn(invoice, department, standings, person(invoice, by));
  }

  private Person person(InvoiceView invoice, Actor by) {
    return new Person(by, deputies.groupsOf(by.name()), store.hands(invoice.id()));
  }

  private static void refuseUnlessMayReturn(
      InvoiceView invoice, Department department, List<Standing> standings, Person by) {
    refuse(
        invoice.status() != InvoiceStatus.SUBMITTED,
        "invoice.wrong-state",
        "This %s is %s; nothing is to be decided about it."
            .formatted(invoice.kind().word(), invoice.status().word()));
    refuse(
        standings.stream().noneMatch(each -> each.department() == department),
        "approval.not-required",
        department.word() + " does not have to approve this invoice.");
    refuse(
        preparers(invoice, by.hands()).contains(by.actor().name()),
        "invoice.four-eyes",
        "Whoever prepared an invoice cannot approve it. Ask somebody else in "
            + department.word()
            + ".");
    refuse(
        !by.groups().contains(department.group()),
        "approval.not-your-department",
        "Only members of " + department.group().title() + " decide for " + department.word() + ".");
  }

  private static Set<String> preparers(InvoiceView invoice, Set<String> hands) {
    Set<String> preparers = new HashSet<>(hands);
    preparers.add(invoice.preparation().by());
    if (invoice.preparation().revisedBy() != null) {
      preparers.add(invoice.preparation().revisedBy());
    }
    return preparers;
  }

  private static void refuse(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
