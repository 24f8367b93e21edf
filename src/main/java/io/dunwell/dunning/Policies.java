package io.dunwell.dunning;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunwell.dunning.PolicyAssignment.Scope;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dunning policies: versioned, effective-dated, and every change recorded. */
@Service
@Transactional
public class Policies {

  /** Effective from the beginning: before every day that anything was recorded for. */
  public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

  private final PolicyVersions versions;
  private final PolicyAssignments assignments;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Policies(
      PolicyVersions versions,
      PolicyAssignments assignments,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.versions = versions;
    this.assignments = assignments;
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Adds a version of a policy.
   *
   * @param definition the policy as JSON; its {@code effectiveOn} is optional: without it the
   *     version rules from the day after the last finished run, or always if there was none
   * @throws InvalidPolicy naming each field that is wrong
   */
  public PolicyView put(String name, JsonNode definition, Actor by) {
    return put(name, definition, effectiveOn(definition), by);
  }

  /** Adds a version of a policy that rules from that day. */
  public PolicyView put(String name, JsonNode definition, LocalDate effectiveOn, Actor by) {
    refuseUnless(
        NAME.matcher(name).matches(),
        "A policy's name has small letters, digits, dots and dashes, at most 60.");
    List<PolicyVersion> before = versions.findByNameOrderByVersionDesc(name);
    int version = before.isEmpty() ? 1 : before.get(0).version() + 1;
    PolicyReader.read(name, version, definition);
    PolicyVersion added =
        versions.saveAndFlush(
            new PolicyVersion(name, version, effectiveOn, definition.toString(), by));
    events.publishEvent(
        new Auditable(
            by,
            "policy.changed",
            "policy",
            name,
            Map.of("version", "" + version, "effectiveOn", effectiveOn.toString())));
    return PolicyView.of(added);
  }

  /** All policies, each in its newest version. */
  @Transactional(readOnly = true)
  public List<PolicyView> all() {
    return versions.names().stream().map(this::newest).toList();
  }

  /**
   * The newest version of a policy.
   *
   * @throws RuleViolation {@code policy.unknown}
   */
  @Transactional(readOnly = true)
  public PolicyView newest(String name) {
    return versions(name).get(0);
  }

  /** Every version of a policy, newest first. */
  @Transactional(readOnly = true)
  public List<PolicyView> versions(String name) {
    List<PolicyView> all =
        versions.findByNameOrderByVersionDesc(name).stream().map(PolicyView::of).toList();
    if (all.isEmpty()) {
      throw new RuleViolation("policy.unknown", "There is no policy " + name + ".");
    }
    return all;
  }

  /** Whose policy is which, the newest first. */
  @Transactional(readOnly = true)
  public List<AssignmentView> assignments() {
    return assignments.findAllByOrderByEffectiveOnDescRecordedAtDescIdDesc().stream()
        .map(PolicyAssignment::view)
        .toList();
  }

  /** From that day on the policy holds for everybody who has none of their own. */
  public void assignToCompany(String policy, LocalDate from, Actor by) {
    newest(policy);
    assign(Scope.COMPANY, null, "company", policy, from, by);
  }

  /** From that day on the policy holds for the customer; null gives back the company's. */
  public void assignToCustomer(UUID customer, @Nullable String policy, LocalDate from, Actor by) {
    assign(Scope.CUSTOMER, customer, customer.toString(), policy, from, by);
  }

  /** From that day on the policy holds for the invoice; null gives back the customer's. */
  public void assignToInvoice(UUID document, @Nullable String policy, LocalDate from, Actor by) {
    assign(Scope.INVOICE, document, document.toString(), policy, from, by);
  }

  private void assign(
      Scope scope,
      @Nullable UUID subject,
      String key,
      @Nullable String policy,
      LocalDate from,
      Actor by) {
    if (policy != null) {
      newest(policy);
    }
    assignments.saveAndFlush(new PolicyAssignment(scope, subject, policy, from, by));
    Map<String, String> details = new HashMap<>();
    details.put("effectiveOn", from.toString());
    details.put("policy", policy == null ? "none" : policy);
    details.put("scope", scope.name());
    events.publishEvent(new Auditable(by, "policy.assigned", "policy-assignment", key, details));
  }

  /** The first day that no finished run has decided yet. */
  @Transactional(readOnly = true)
  public LocalDate firstOpenDay() {
    return jdbc.sql("select max(run_on) from dunning.run where not dry_run and status = 'FINISHED'")
        .query(LocalDate.class)
        .optional()
        .map(last -> last.plusDays(1))
        .orElse(ALWAYS);
  }

  private LocalDate effectiveOn(JsonNode definition) {
    if (!definition.hasNonNull("effectiveOn")) {
      return firstOpenDay();
    }
    try {
      return LocalDate.parse(definition.get("effectiveOn").asText());
    } catch (DateTimeParseException e) {
      throw new InvalidPolicy(
          List.of(new FieldProblem("effectiveOn", "has to be a date such as 2026-04-01.")));
    }
  }

  private static void refuseUnless(boolean right, String sentence) {
    if (!right) {
      throw new InvalidPolicy(List.of(new FieldProblem("name", sentence)));
    }
  }
}
