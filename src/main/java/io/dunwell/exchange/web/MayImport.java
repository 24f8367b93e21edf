package io.dunwell.exchange.web;

import io.dunwell.exchange.ImportKind;
import io.dunwell.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Who may import what: each department the rows that it is in charge of. */
final class MayImport {

  static final String KIND =
      "hasAnyRole('ACCOUNTS', 'ADMIN')"
          + " or (hasRole('BILLING') and {'invoices', 'customers', 'contracts', 'price-lines',"
          + " 'deliveries', 'returns', 'proofs'}.contains(#kind))"
          + " or (hasRole('SALES') and {'contracts', 'price-lines'}.contains(#kind))"
          + " or (hasRole('OPERATIONS') and {'deliveries', 'returns', 'proofs'}.contains(#kind))"
          + " or (hasAnyRole('BILLING', 'SALES', 'OPERATIONS')"
          + " and T(io.dunwell.exchange.web.MayImport).isUnknown(#kind))";

  /** Who decides between the books and a file: of contracts those who agree on them, too. */
  static final String DECIDE =
      "hasAnyRole('ACCOUNTS', 'ADMIN')"
          + " or (hasAnyRole('BILLING', 'SALES') and @contractImports.holds(#id))";

  private MayImport() {}

  /** Whether there is no such kind: then that is what the caller is told, not a missing right. */
  public static boolean isUnknown(@Nullable String kind) {
    try {
      if (kind != null && !kind.isBlank()) {
        ImportKind.of(kind);
      }
      return false;
    } catch (RuleViolation unknown) {
      return true;
    }
  }
}
