package io.dunwell.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.dunning.Channel;
import io.dunwell.dunning.Policies;
import io.dunwell.dunning.PolicyView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dunning policies: read by everyone, changed by the manager. */
@DeskPage
class PolicyPages {

  private static final String CHANGES = "hasAnyRole('MANAGER', 'ADMIN')";

  private final Policies policies;
  private final ObjectMapper json;
  private final Notes notes;

  PolicyPages(Policies policies, ObjectMapper json, Notes notes) {
    this.policies = policies;
    this.json = json;
    this.notes = notes;
  }

  @GetMapping("/policies")
  String list(Model model) {
    model.addAttribute("policies", policies.all().stream().map(this::row).toList());
    model.addAttribute("assignments", policies.assignments());
    return "desk/policies";
  }

  @GetMapping("/policies/{name}")
  String one(@PathVariable String name, Model model) {
    List<PolicyView> versions = policies.versions(name);
    model.addAttribute("policy", row(versions.get(0)));
    model.addAttribute("versions", versions);
    model.addAttribute("channels", Channel.values());
    model.addAttribute("firstOpenDay", policies.firstOpenDay());
    model.addAttribute("pretty", tree(versions.get(0).definition()).toPrettyString());
    return "desk/policy";
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
