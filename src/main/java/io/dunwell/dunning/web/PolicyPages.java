package io.dunwell.dunning.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.dunning.Channel;
import io.dunwell.dunning.Policies;
import io.dunwell.dunning.PolicyView;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dunning policies: read by everyone, changed by the manager. */
@DeskPage
class PolicyPages {

  private static final String CHANGES = "hasAnyRole('MANAGER', 'ADMIN')";

  private static final Columns<PolicyRow> COLUMNS =
      Columns.<PolicyRow>of("policies")
          .text("name", "policies.policy", PolicyRow::name)
          .number("version", "policies.number", PolicyRow::version)
          .date("from", "policies.from", PolicyRow::effectiveOn)
          .number("interval", "policies.interval.label", PolicyRow::minimumInterval)
          .text("minimum", "policies.minimum.label", PolicyRow::minimum)
          .text("ladder", "policies.ladder", PolicyRow::ladder);

  private static final Columns<PolicyRow.Rung> RUNGS =
      Columns.<PolicyRow.Rung>of("ladder")
          .number("level", "item.level", PolicyRow.Rung::level)
          .word("step", "policies.step", "step.", PolicyRow.Rung::step)
          .number("threshold", "policies.threshold", PolicyRow.Rung::threshold)
          .word("channel", "policies.channel", "channel.", PolicyRow.Rung::channel)
          .text("charges", "policies.charges", PolicyRow.Rung::charges);

  private static final Columns<PolicyView> VERSIONS =
      Columns.<PolicyView>of("versions")
          .number("version", "policies.number", PolicyView::version)
          .date("from", "policies.from", PolicyView::effectiveOn)
          .text("by", "receipt.by", PolicyView::recordedBy)
          .text("recorded", "policies.recorded", PolicyView::recordedAt);

  private final Policies policies;
  private final ObjectMapper json;
  private final Lists lists;
  private final Notes notes;

  PolicyPages(Policies policies, ObjectMapper json, Lists lists, Notes notes) {
    this.policies = policies;
    this.json = json;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/policies")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("dunning/policies", params);
    page.list("policies", lists.of(COLUMNS, policies.all().stream().map(this::row).toList()));
    Query assignments = AssignmentRow.all(params.getOrDefault("assignments.q", ""));
    page.also("assignments", lists.of(AssignmentRow.COLUMNS, assignments, AssignmentRow::read));
    return page.answer();
  }

  @GetMapping("/policies/{name}")
  ModelAndView one(@PathVariable String name, @RequestParam Map<String, String> params) {
    List<PolicyView> versions = policies.versions(name);
    PolicyRow newest = row(versions.get(0));
    ListPage page = lists.page("dunning/policy", params);
    page.also("rungs", lists.of(RUNGS, newest.rungs()));
    page.also("versions", lists.of(VERSIONS, versions));
    return page.with("policy", newest)
        .with("channels", Channel.values())
        .with("firstOpenDay", policies.firstOpenDay())
        .with("pretty", tree(versions.get(0).definition()).toPrettyString())
        .answer();
  }

  /** The plain form: the newest version with other thresholds, channels and intervals. */
  @PostMapping("/policies/{name}")
  @PreAuthorize(CHANGES)
  String change(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam(required = false) @Nullable LocalDate effectiveOn,
      Principal by,
      RedirectAttributes flash) {
    ObjectNode definition = tree(policies.newest(name).definition());
    PolicyForm.fill(definition, form);
    return put(name, definition, effectiveOn, by, flash);
  }

  /** The whole policy as JSON, also under a new name. */
  @PostMapping("/policies")
  @PreAuthorize(CHANGES)
  String put(
      @RequestParam String name,
      @RequestParam String definition,
      @RequestParam(required = false) @Nullable LocalDate effectiveOn,
      Principal by,
      RedirectAttributes flash) {
    return put(name.strip(), tree(definition), effectiveOn, by, flash);
  }

  @PostMapping("/policies/company")
  @PreAuthorize(CHANGES)
  String forCompany(
      @RequestParam String policy,
      @RequestParam(required = false) @Nullable LocalDate effectiveOn,
      Principal by,
      RedirectAttributes flash) {
    LocalDate from = effectiveOn == null ? policies.firstOpenDay() : effectiveOn;
    policies.assignToCompany(policy, from, new Actor(by.getName()));
    notes.add(flash, "policy.assigned");
    return "redirect:/policies";
  }

  private String put(
      String name,
      ObjectNode definition,
      @Nullable LocalDate effectiveOn,
      Principal by,
      RedirectAttributes flash) {
    definition.remove("effectiveOn");
    if (effectiveOn != null) {
      definition.put("effectiveOn", effectiveOn.toString());
    }
    PolicyView added = policies.put(name, definition, new Actor(by.getName()));
    notes.add(flash, "policy.added", Integer.toString(added.version()));
    return "redirect:/policies/" + name;
  }

  private PolicyRow row(PolicyView view) {
    return PolicyRow.of(view, tree(view.definition()));
  }

  private ObjectNode tree(String definition) {
    try {
      JsonNode read = json.readTree(definition);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new RuleViolation(
          "policy.malformed", "That is no JSON: " + malformed.getOriginalMessage());
    }
    throw new RuleViolation("policy.malformed", "A policy is a JSON object with levels.");
  }
}
