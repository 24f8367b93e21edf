package io.dunwell.approval;

import static io.dunwell.approval.Department.ACCOUNTS;
import static io.dunwell.approval.Department.MANAGEMENT;
import static io.dunwell.approval.Department.OPERATIONS;
import static io.dunwell.approval.Department.SALES;
import static io.dunwell.approval.Department.SECOND_ACCOUNTS;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Says whose approval a change undoes: that of the departments whose subject it is. */
final class ReapprovalPolicy {

  private ReapprovalPolicy() {}

  /** The departments that have to look again after these changes. */
  static Set<Department> askedAgain(Collection<Aspect> changed) {
    EnumSet<Department> asked = EnumSet.noneOf(Department.class);
    changed.forEach(aspect -> asked.addAll(concernedBy(aspect)));
    return asked;
  }

  /** The changes among these that concern that department. */
  static Set<Aspect> concerning(Department department, Collection<Aspect> changed) {
    EnumSet<Aspect> concerning = EnumSet.noneOf(Aspect.class);
    changed.stream()
        .filter(aspect -> concernedBy(aspect).contains(department))
        .forEach(concerning::add);
    return concerning;
  }

  static Set<Department> concernedBy(Aspect aspect) {
    return switch (aspect) {
      case CUSTOMER -> EnumSet.allOf(Department.class);
      case TERMS -> EnumSet.of(SALES, ACCOUNTS);
      case PRICE, REFERENCE, TEXT -> EnumSet.of(SALES);
      case QUANTITY -> EnumSet.of(SALES, OPERATIONS);
      case PROOF -> EnumSet.of(OPERATIONS);
      case TAX -> EnumSet.of(ACCOUNTS, SECOND_ACCOUNTS);
      case AMOUNT -> EnumSet.of(ACCOUNTS, SECOND_ACCOUNTS, MANAGEMENT);
    };
  }
}
