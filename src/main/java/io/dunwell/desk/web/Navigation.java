package io.dunwell.desk.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the navigation offers, by role. */
final class Navigation {

  record Entry(String key, String icon, String href, boolean outside, List<String> roles) {}

  record Group(String key, List<Entry> entries) {}

  private static final List<Group> ALL =
      List.of(
          group(
              "",
              page("home", "home", "/"),
              page("worklist", "list-check", "/worklist", "COLLECTOR", "MANAGER", "ADMIN"),
              page("approvals", "checks", "/approvals"),
              app("tasklist", "checkbox", "/camunda/app/tasklist/default/"),
              app("cockpit", "route", "/camunda/app/cockpit/default/", "MANAGER", "ADMIN")),
          group(
              "billing",
              page("contracts", "file-text", "/contracts"),
              page("deliveries", "truck-delivery", "/deliveries"),
              page("unbilled", "package-export", "/unbilled"),
              page("billing-runs", "file-stack", "/billing-runs"),
              page("invoices", "file-invoice", "/invoices"),
              page("advances", "coins", "/advances")),
          group(
              "money",
              page("customers", "building", "/customers"),
              page("ageing", "chart-bar", "/ageing"),
              page("receipts", "cash", "/receipts"),
              page("imports", "file-import", "/imports")),
          group(
              "run",
              page("runs", "player-play", "/daily-runs"),
              page("outbox", "mail", "/outbox"),
              page("policies", "stairs-up", "/policies"),
              page("replays", "history", "/replays", "MANAGER", "ADMIN", "AUDITOR")),
          group(
              "proof",
              page("documents", "files", "/documents"),
              page("ledger", "scale", "/ledger"),
              page("audit", "fingerprint", "/audit", "AUDITOR", "MANAGER", "ADMIN")),
          group(
              "system",
              page(
                  "number-series",
                  "list-numbers",
                  "/number-series",
                  "ACCOUNTS",
                  "ADMIN",
                  "AUDITOR"),
              page(
                  "tax-rates",
                  "receipt-tax",
                  "/tax-rates",
                  "BILLING",
                  "ACCOUNTS",
                  "MANAGER",
                  "ADMIN",
                  "AUDITOR"),
              page("substitutions", "user-share", "/substitutions", "MANAGER", "ADMIN"),
              page("users", "users", "/users", "ADMIN"),
              page("business-date", "calendar-event", "/business-date", "ADMIN")));

  private Navigation() {}

  /** The groups that this person sees; links to pages stay in the books of {@code replay}. */
  static List<Group> of(Me me, @Nullable String replay) {
    return ALL.stream()
        .map(group -> new Group(group.key(), seenBy(me, group.entries(), replay)))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }

  private static List<Entry> seenBy(Me me, List<Entry> entries, @Nullable String replay) {
    Stream<Entry> seen = entries.stream().filter(e -> e.roles().isEmpty() || me.mayAny(e.roles()));
    if (replay == null) {
      return seen.toList();
    }
    return seen.map(e -> e.outside() ? e : inReplay(e, replay)).toList();
  }

  private static Entry inReplay(Entry entry, String replay) {
    return new Entry(
        entry.key(), entry.icon(), entry.href() + "?replay=" + replay, false, List.of());
  }

  private static Group group(String key, Entry... entries) {
    return new Group(key, List.of(entries));
  }

  private static Entry page(String key, String icon, String href, String... roles) {
    return new Entry(key, icon, href, false, List.of(roles));
  }

  private static Entry app(String key, String icon, String href, String... roles) {
    return new Entry(key, icon, href, true, List.of(roles));
  }
}
