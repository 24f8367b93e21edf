package io.dunwell.receivables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The one statement that answers an ageing query. It goes through COPY, which takes no parameters,
 * so every value is written into it: dates, numbers and ids as they are, texts quoted.
 */
final class AgeingSql {

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

  private static final String FOUND =
      "(:find::text is null or key ilike :find or number ilike :find or name ilike :find)";

  private final AgeingQuery query;

  AgeingSql(AgeingQuery query) {
    this.query = query;
  }

  String text() {
    return "select * from (" + rows() + ") r order by key collate \"C\", currency";
  }

  /** The found rows in the asked order; {@code :find} is a pattern. */
  String sorted(AgeingOrder order) {
    return found() + " select * from r where " + FOUND + " order by " + order.sql(width());
  }

  /** A page of them, and behind it a row for each currency's totals, whose number is a count. */
  String slice(AgeingOrder order) {
    String sums =
        IntStream.range(0, width())
            .mapToObj("sum(a%d)"::formatted)
            .collect(Collectors.joining(", "));
    return found()
        + ", f as (select * from r where "
        + FOUND
        + ") select * from (select row_number() over (order by "
        + order.sql(width())
        + ") as no, 0 as kind, f.* from f order by no limit :size offset :offset) p"
        + " union all select count(*), 1, 'total', null, null, null, currency, "
        + sums
        + " from f group by currency order by kind, no";
  }

  private String found() {
    String names =
        IntStream.range(0, width()).mapToObj("a%d"::formatted).collect(Collectors.joining(", "));
    return "with r (key, number, name, due_on, currency, " + names + ") as (" + rows() + ")";
  }

  private String rows() {
    String rows =
        switch (query.by()) {
          case ITEM -> byItem();
          case CUSTOMER -> byCustomer();
          case COLLECTOR -> byCollector();
          case TOTAL -> byTotal();
        };
    return rows.replace("${day}", "date '" + query.asOf() + "'")
        .replace("${known}", "timestamptz '" + query.knownBy() + "'");
  }

  private String byCustomer() {
    return "select c.number as key, c.number, c.name, null as due_on, a.currency, "
        + columns("a.a%d")
        + perAccount()
        + " join party.v_customer c on c.id = a.customer where ("
        + anyNotZero("a.a%d")
        + ")"
        + collectorFilter();
  }

  private String byCollector() {
    return "select coalesce(c.collector, 'unassigned') as key, null, null, null as due_on,"
        + " a.currency, "
        + columns("sum(a.a%d)")
        + perAccount()
        + " join party.v_customer c on c.id = a.customer where true"
        + collectorFilter()
        + " group by c.collector, a.currency having "
        + anyNotZero("sum(a.a%d)");
  }

  /** A currency that has accounts has a total, be it zero. */
  private String byTotal() {
    return "select 'total' as key, null, null, null as due_on, u.currency, "
        + columns("coalesce(sum(a.a%d), 0)")
        + perAccount()
        + " right join receivables.account u on u.customer = a.customer and u.currency = a.currency"
        + " join party.v_customer c on c.id = u.customer where true"
        + accountFilter("u")
        + collectorFilter()
        + " group by u.currency";
  }

  private String byItem() {
    return "select case when d.instalments = 1 then d.number else d.number || '/' || i.instalment"
        + " end as key, c.number, c.name, i.due_on, i.currency, "
        + amounts()
        + " from ("
        + items()
        + ") i join receivables.document d on d.id = i.document"
        + " join party.v_customer c on c.id = i.customer where i.worth <> 0"
        + collectorFilter()
        + " union all select r.label, c.number, c.name, null, p.currency, "
        + "0, ".repeat(width() - 1)
        + "p.worth from ("
        + cash("p.customer, p.currency, p.item")
        + ") p join receipts.v_receipt r on r.id = p.item"
        + " join party.v_customer c on c.id = p.customer where p.worth <> 0"
        + collectorFilter();
  }

  /** Items and money added up per account, each once, and put side by side. */
  private String perAccount() {
    int last = width() - 1;
    String sums =
        IntStream.range(0, last)
            .mapToObj(n -> "coalesce(i.a%d, 0) as a%d, ".formatted(n, n))
            .collect(Collectors.joining());
    return " from (select coalesce(i.customer, p.customer) as customer,"
        + " coalesce(i.currency, p.currency) as currency, "
        + sums
        + "coalesce(i.a%d, 0) + coalesce(p.worth, 0) as a%d".formatted(last, last)
        + " from (select customer, currency, "
        + sums()
        + " from ("
        + items()
        + ") i group by customer, currency) i full join ("
        + cash("p.customer, p.currency")
        + ") p on p.customer = i.customer and p.currency = i.currency) a";
  }

  private String items() {
    String filter = accountFilter("i");
    return query.knownBy() == null
        ? ITEMS + filter + " union all " + ITEMS_MOVED_LATER + filter
        : ITEMS_AS_KNOWN + filter;
  }

  private String cash(String groups) {
    String view = query.knownBy() == null ? "ledger.v_amount" : "ledger.v_posting";
    return CASH.replace("${groups}", groups).replace("${view}", view)
        + (query.knownBy() == null ? "" : " and p.recorded_at <= ${known}")
        + accountFilter("p")
        + " group by "
        + groups;
  }

  private String accountFilter(String table) {
    String filter = "";
    if (query.customer() != null) {
      filter += " and " + table + ".customer = '" + query.customer().value() + "'";
    }
    if (query.currency() != null) {
      filter += " and " + table + ".currency = '" + query.currency().getCurrencyCode() + "'";
    }
    return filter;
  }

  private String collectorFilter() {
    String collector = query.collector();
    if (collector == null) {
      return "";
    }
    return collector.equals(AgeingQuery.UNASSIGNED)
        ? " and c.collector is null"
        : " and c.collector = '" + collector.replace("'", "''") + "'";
  }

  /** How many amounts a row has: not due, the buckets, unapplied. */
  private int width() {
    return query.limits().size() + 3;
  }

  private String sums() {
    List<String> conditions = conditions();
    return IntStream.range(0, width())
        .mapToObj(n -> "sum(worth) filter (where %s) as a%d".formatted(conditions.get(n), n))
        .collect(Collectors.joining(", "));
  }

  private String amounts() {
    return conditions().stream()
        .map(condition -> "case when " + condition + " then worth else 0 end")
        .collect(Collectors.joining(", "));
  }

  /** When an item's worth belongs to each amount of a row. */
  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    conditions.add("amount > 0 and due_on >= ${day}");
    int from = 0;
    for (int limit : query.limits()) {
      conditions.add(
          "amount > 0 and due_on < ${day} - " + from + " and due_on >= ${day} - " + limit);
      from = limit;
    }
    conditions.add("amount > 0 and due_on < ${day} - " + from);
    conditions.add("amount < 0");
    return conditions;
  }

  private String columns(String pattern) {
    return IntStream.range(0, width())
        .mapToObj(pattern::formatted)
        .collect(Collectors.joining(", "));
  }

  private String anyNotZero(String pattern) {
    return IntStream.range(0, width())
        .mapToObj(n -> pattern.formatted(n) + " <> 0")
        .collect(Collectors.joining(" or "));
  }
}
