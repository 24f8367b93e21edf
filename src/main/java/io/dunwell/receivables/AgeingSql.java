package io.dunwell.receivables;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The one statement that answers an ageing query. It goes through COPY, which takes no parameters,
 * so every value is written into it: dates, numbers and ids as they are, texts quoted.
 */
final class AgeingSql {

  private static final String FOUND =
      "(:find::text is null or key ilike :find or number ilike :find or name ilike :find)";

  private final AgeingQuery query;
  private final AgeingSources sources;
  private final AgeingAmounts amounts;

  AgeingSql(AgeingQuery query) {
    this.query = query;
    this.sources = new AgeingSources(query);
    this.amounts = new AgeingAmounts(query.limits());
  }

  String text() {
    return "select * from (" + rows() + ") r order by key collate \"C\", currency";
  }

  /** The found rows in the asked order; {@code :find} is a pattern. */
  String sorted(AgeingOrder order) {
    return found() + " select * from r where " + FOUND + " order by " + order.sql(amounts.width());
  }

  /** A page of them, and behind it a row for each currency's totals, whose number is a count. */
  String slice(AgeingOrder order) {
    String sums =
        IntStream.range(0, amounts.width())
            .mapToObj("sum(a%d)"::formatted)
            .collect(Collectors.joining(", "));
    return found()
        + ", f as (select * from r where "
        + FOUND
        + ") select * from (select row_number() over (order by "
        + order.sql(amounts.width())
        + ") as no, 0 as kind, f.* from f order by no limit :size offset :offset) p"
        + " union all select count(*), 1, 'total', null, null, null, currency, "
        + sums
        + " from f group by currency order by kind, no";
  }

  private String found() {
    String names =
        IntStream.range(0, amounts.width())
            .mapToObj("a%d"::formatted)
            .collect(Collectors.joining(", "));
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
        + amounts.columns("a.a%d")
        + perAccount()
        + " join party.v_customer c on c.id = a.customer where ("
        + amounts.anyNotZero("a.a%d")
        + ")"
        + collectorFilter();
  }

  private String byCollector() {
    return "select coalesce(c.collector, 'unassigned') as key, null, null, null as due_on,"
        + " a.currency, "
        + amounts.columns("sum(a.a%d)")
        + perAccount()
        + " join party.v_customer c on c.id = a.customer where true"
        + collectorFilter()
        + " group by c.collector, a.currency having "
        + amounts.anyNotZero("sum(a.a%d)");
  }

  /** A currency that has accounts has a total, be it zero. */
  private String byTotal() {
    return "select 'total' as key, null, null, null as due_on, u.currency, "
        + amounts.columns("coalesce(sum(a.a%d), 0)")
        + perAccount()
        + " right join receivables.account u on u.customer = a.customer and u.currency = a.currency"
        + " join party.v_customer c on c.id = u.customer where true"
        + sources.accountFilter("u")
        + collectorFilter()
        + " group by u.currency";
  }

  private String byItem() {
    return "select case when d.instalments = 1 then d.number else d.number || '/' || i.instalment"
        + " end as key, c.number, c.name, i.due_on, i.currency, "
        + amounts.each()
        + " from ("
        + sources.items()
        + ") i join receivables.document d on d.id = i.document"
        + " join party.v_customer c on c.id = i.customer where i.worth <> 0"
        + collectorFilter()
        + " union all select r.label, c.number, c.name, null, p.currency, "
        + "0, ".repeat(amounts.width() - 1)
        + "p.worth from ("
        + sources.cash("p.customer, p.currency, p.item")
        + ") p join receipts.v_receipt r on r.id = p.item"
        + " join party.v_customer c on c.id = p.customer where p.worth <> 0"
        + collectorFilter();
  }

  /** Items and money added up per account, each once, and put side by side. */
  private String perAccount() {
    int last = amounts.width() - 1;
    String sums =
        IntStream.range(0, last)
            .mapToObj(n -> "coalesce(i.a%d, 0) as a%d, ".formatted(n, n))
            .collect(Collectors.joining());
    return " from (select coalesce(i.customer, p.customer) as customer,"
        + " coalesce(i.currency, p.currency) as currency, "
        + sums
        + "coalesce(i.a%d, 0) + coalesce(p.worth, 0) as a%d".formatted(last, last)
        + " from (select customer, currency, "
        + amounts.sums()
        + " from ("
        + sources.items()
        + ") i group by customer, currency) i full join ("
        + sources.cash("p.customer, p.currency")
        + ") p on p.customer = i.customer and p.currency = i.currency) a";
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
}
