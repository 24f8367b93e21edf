package io.dunwell.exchange.web;

/** Who may import what: each department the rows that it is in charge of. */
final class MayImport {

  static final String KIND =
      "hasAnyRole('ACCOUNTS', 'ADMIN')"
          + " or (hasRole('BILLING') and {'invoices', 'customers', 'contracts', 'price-lines',"
          + " 'deliveries', 'proofs'}.contains(#kind))"
          + " or (hasRole('SALES') and {'contracts', 'price-lines'}.contains(#kind))"
          + " or (hasRole('OPERATIONS') and {'deliveries', 'proofs'}.contains(#kind))";

  private MayImport() {}
}
