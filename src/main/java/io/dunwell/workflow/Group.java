package io.dunwell.workflow;

import java.util.Locale;

/** The groups that people belong to: what they may do and which tasks they see. */
public enum Group {
  BILLING("Billing"),
  SALES("Sales"),
  OPERATIONS("Operations"),
  ACCOUNTS("Accounts"),
  COLLECTOR("Collectors"),
  MANAGER("Collections management"),
  LEGAL("Legal"),
  AUDITOR("Auditors"),
  ADMIN("Administrators");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** The group as the engine and its models write it, for example {@code sales}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  /**
   * The group of that id.
   *
   * @throws IllegalArgumentException if there is no such group
   */
  public static Group of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
