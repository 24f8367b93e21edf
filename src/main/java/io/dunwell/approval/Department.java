package io.dunwell.approval;

import io.dunwell.workflow.Group;
import java.util.Locale;

/** Who has a say in an invoice. The order is that in which they are asked. */
public enum Department {
  /** Terms and price. */
  SALES(Group.SALES),
  /** Delivery and proof. */
  OPERATIONS(Group.OPERATIONS),
  /** Tax, coding, credit. */
  ACCOUNTS(Group.ACCOUNTS),
  /** A second pair of eyes in accounts, above a limit. */
  SECOND_ACCOUNTS(Group.ACCOUNTS),
  MANAGEMENT(Group.MANAGER);

  private final Group group;

  Department(Group group) {
    this.group = group;
  }

  /** The group whose members speak for it. */
  public Group group() {
    return group;
  }

  /** The word for it in sentences. */
  public String word() {
    String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
