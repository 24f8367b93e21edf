package io.dunwell.exchange.web;

/** Who may import what: each department the rows that it is in charge of. */
final class MayImport {

  static final String KIND =
      "hasAnyRole('ACCOUNTS', 'ADMIN')"
          + " or (hasRole('BILLING') and {'invoices', 'customers', 'contracts', 'price-lines',"
          + " 'deliveries', 'returns', 'proofs'}.contains(#kind))"
          + " or (hasRole('SALES') and {'contracts', 'price-lines'}.contains(#kind))"
          + " or (hasRole('OPERATIONS') and {'deliveries', 'returns', 'proofs'}.contains(#kind))";

  /** Who decides between the books and a file: of contracts those who agree on them, too. */
  static final String DECIDE =
      "hasAnyRole('ACCOUNTS', 'ADMIN')"
          + " or (hasAnyRole('BILLING', 'SALES') and @contractImports.holds(#id))";

  private MayImport() {}
}
