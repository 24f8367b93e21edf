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

  /**
   * What an item was worth at the end of the day: what is open now, less what happened to it later.
   * Only items that moved later are looked up in the ledger.
   */
  private static final String ITEMS =
      """
      select i.customer, i.currency, i.due_on, i.document, i.instalment,
             i.open - coalesce(later.amount, 0) as worth
      from receivables.open_item i
      left join (
        select p.item, sum(p.amount) as amount
        from receivables.open_item m
        join ledger.v_posting p on p.item = m.id
        where m.moved_on > ${day} and m.issued_on <= ${day}
          and p.account = 'RECEIVABLE' and p.effective_on > ${day}
        group by p.item) later on later.item = i.id
      where i.issued_on <= ${day} and (i.open <> 0 or i.moved_on > ${day})
      """;

  private static final String ITEMS_AS_KNOWN =
      """
      select i.customer, i.currency, i.due_on, i.document, i.instalment, known.worth
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
      from ledger.v_posting p
      where p.account = 'UNAPPLIED_CASH' and p.effective_on <= ${day}
      """;

  private final AgeingQuery query;

  AgeingSql(AgeingQuery query) {
    this.query = query;
  }

  String text() {
    String rows = query.by() == AgeingBy.ITEM ? byItem() : grouped();
    return ("select * from (" + rows + ") r order by key collate \"C\", currency")
        .replace("${day}", "date '" + query.asOf() + "'")
        .replace("${known}", "timestamptz '" + query.knownBy() + "'");
  }

  private String grouped() {
    String perAccount =
        "select customer, currency, "
            + sums()
            + " from ("
            + items()
            + ") i group by customer, currency union all select customer, currency, "
            + zeros()
            + ", worth from ("
            + cash("p.customer, p.currency")
            + ") p";
    return "select "
        + key()
        + ", null as due_on, a.currency, "
        + columns("sum(a.%s)")
        + " from ("
        + perAccount
        + (query.by() == AgeingBy.TOTAL ? everUsed() : "")
        + ") a"
        + customers()
        + " group by 1, 2, 3, a.currency"
        + (query.by() == AgeingBy.TOTAL ? "" : " having " + anyNotZero());
  }

  /** A currency that has accounts has a total, be it zero. */
  private String everUsed() {
    return " union all select customer, currency, "
        + zeros()
        + ", 0 from receivables.account p where true"
        + accountFilter("p");
  }

  private String byItem() {
    return "select case when d.instalments = 1 then d.number else d.number || '/' || i.instalment"
        + " end as key, c.number, c.name, i.due_on, i.currency, "
        + amounts("i.worth")
        + " from ("
        + items()
        + ") i join receivables.document d on d.id = i.document"
        + " join party.v_customer c on c.id = i.customer where i.worth <> 0"
        + collectorFilter()
        + " union all select r.label, c.number, c.name, null, p.currency, "
        + zeros()
        + ", p.worth from ("
        + cash("p.customer, p.currency, p.item")
        + ") p join receipts.v_receipt r on r.id = p.item"
        + " join party.v_customer c on c.id = p.customer where p.worth <> 0"
        + collectorFilter();
  }

  private String items() {
    return (query.knownBy() == null ? ITEMS : ITEMS_AS_KNOWN) + accountFilter("i");
  }

  private String cash(String groups) {
    return CASH.replace("${groups}", groups)
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

  private String key() {
    return switch (query.by()) {
      case CUSTOMER -> "c.number as key, c.number, c.name";
      case COLLECTOR -> "coalesce(c.collector, 'unassigned') as key, null, null";
      default -> "'total' as key, null, null";
    };
  }

  private String customers() {
    boolean needed = query.by() != AgeingBy.TOTAL || query.collector() != null;
    return needed
        ? " join party.v_customer c on c.id = a.customer where true" + collectorFilter()
        : "";
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
    List<String> sums = new ArrayList<>();
    List<String> conditions = conditions();
    for (int i = 0; i < conditions.size(); i++) {
      sums.add("coalesce(sum(worth) filter (where " + conditions.get(i) + "), 0) as a" + i);
    }
    return String.join(", ", sums);
  }

  private String amounts(String worth) {
    return conditions().stream()
        .map(condition -> "case when " + condition + " then " + worth + " else 0 end")
        .collect(Collectors.joining(", "));
  }

  /** When an item's worth belongs to each amount of a row. */
  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    conditions.add("worth > 0 and due_on >= ${day}");
    int from = 0;
    for (int limit : query.limits()) {
      conditions.add(
          "worth > 0 and due_on < ${day} - " + from + " and due_on >= ${day} - " + limit);
      from = limit;
    }
    conditions.add("worth > 0 and due_on < ${day} - " + from);
    conditions.add("worth < 0");
    return conditions;
  }

  private String zeros() {
    return IntStream.range(0, width() - 1).mapToObj(i -> "0").collect(Collectors.joining(", "));
  }

  private String columns(String pattern) {
    return IntStream.range(0, width())
        .mapToObj(i -> pattern.formatted("a" + i))
        .collect(Collectors.joining(", "));
  }

  private String anyNotZero() {
    return IntStream.range(0, width())
        .mapToObj(i -> "sum(a.a" + i + ") <> 0")
        .collect(Collectors.joining(" or "));
  }
}
