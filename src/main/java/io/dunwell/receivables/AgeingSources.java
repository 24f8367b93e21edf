package io.dunwell.receivables;

/** What an ageing report adds up, as SQL: open items and money that waits, as of a day. */
final class AgeingSources {

  private static final String COLUMNS =
      "select i.customer, i.currency, i.due_on, i.document, i.instalment, i.amount, ";

  /** Of an item to which nothing happened later, what is open now was open then. */
  private static final String ITEMS =
      COLUMNS
          + """
          i.open as worth
          from receivables.open_item i
          where i.moved_on <= ${day} and i.open <> 0
          """;

  /** From the others, what happened later is taken off. Worth has the sign of the amount. */
  private static final String ITEMS_MOVED_LATER =
      COLUMNS
          + """
          i.open - coalesce(later.amount, 0) as worth
          from receivables.open_item i
          left join lateral (
            select sum(p.amount) as amount from ledger.v_amount p
            where p.account = 'RECEIVABLE' and p.item = i.id and p.effective_on > ${day}
          ) later on true
          where i.moved_on > ${day} and i.issued_on <= ${day}
          """;

  private static final String ITEMS_AS_KNOWN =
      COLUMNS
          + """
          known.worth
          from (
            select item, sum(amount) as worth
            from ledger.v_posting
            where account = 'RECEIVABLE' and effective_on <= ${day} and recorded_at <= ${known}
            group by item) known
          join receivables.open_item i on i.id = known.item
          where true
          """;

  private static final String CASH =
      """
      select ${groups}, sum(p.amount) as worth
      from ${view} p
      where p.account = 'UNAPPLIED_CASH' and p.effective_on <= ${day}
      """;

  private final AgeingQuery query;

  AgeingSources(AgeingQuery query) {
    this.query = query;
  }

  /** One row for each item with its worth on the day. */
  String items() {
    String filter = accountFilter("i");
    return query.knownBy() == null
        ? ITEMS + filter + " union all " + ITEMS_MOVED_LATER + filter
        : ITEMS_AS_KNOWN + filter;
  }

  /** The money that waited on the day, added up by these columns. */
  String cash(String groups) {
    String view = query.knownBy() == null ? "ledger.v_amount" : "ledger.v_posting";
    return CASH.replace("${groups}", groups).replace("${view}", view)
        + (query.knownBy() == null ? "" : " and p.recorded_at <= ${known}")
        + accountFilter("p")
        + " group by "
        + groups;
  }

  String accountFilter(String table) {
    String filter = "";
    if (query.customer() != null) {
      filter += " and " + table + ".customer = '" + query.customer().value() + "'";
    }
    if (query.currency() != null) {
      filter += " and " + table + ".currency = '" + query.currency().getCurrencyCode() + "'";
    }
    return filter;
  }
}
