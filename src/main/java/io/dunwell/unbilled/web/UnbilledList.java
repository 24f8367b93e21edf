package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.RegisterEntry;
import io.dunwell.billing.UnbilledRegister;
import io.dunwell.pages.Columns;
import io.dunwell.pages.Listing;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.unbilled.Explanation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register with its chases and explanations beside it, as pages and programs list it. */
@Component
class UnbilledList {

  static final Columns<UnbilledRow> COLUMNS =
      Columns.<UnbilledRow>of("unbilled")
          .text("delivery", "billing.delivery", row -> row.item().deliveryNumber())
          .date("delivered", "billing.delivered", row -> row.item().deliveredOn())
          .number("age", "billing.age", row -> row.item().ageDays())
          .text("customer", "billing.customer", row -> row.item().customerName())
          .text("contract", "billing.contract", row -> row.item().contractNumber())
          .text("item", "billing.item", row -> row.item().item())
          .number("quantity", "billing.quantity", row -> row.item().quantity())
          .amount("value", "billing.value", row -> row.item().value())
          .text("owner", "billing.owner", row -> row.item().owner())
          .word("cause", "billing.cause", "billing.cause.", row -> row.item().cause())
          .text("why", "billing.why", row -> row.item().why())
          .word("standing", "unbilled.standing", "unbilled.standing.", UnbilledRow::standing)
          .date("asked", "unbilled.asked.on", UnbilledRow::askedOn)
          .text("reason", "unbilled.reason", UnbilledRow::reason)
          .date("until", "unbilled.until", UnbilledRow::until)
          .text("by", "unbilled.by", UnbilledRow::saidBy);

  private static final String STANDING =
      """
      case when s.quiet then 'EXPLAINED' when c.id is null then null
           when c.escalated_on is null then 'ASKED' else 'WITH_MANAGER' end""";

  private static final String FROM =
      """
      billing.v_register_line u
      left join unbilled.chase c on c.root = u.root and c.ended_on is null and :current
      left join (
        select distinct on (root) root, kind, reason, until_on, said_on, said_by,
               kind <> 'ASKED_AGAIN' and until_on >= :asOf as quiet
        from unbilled.explanation where said_on <= :asOf
        order by root, said_on desc, recorded_at desc) s on s.root = u.root""";

  private static final String SHOWN =
      """
      u.*, c.id as chase, c.asks, c.owner as chased, c.opened_on, c.escalate_on, c.escalated_on,
      c.because, s.kind, s.reason, s.until_on, s.said_on, s.said_by""";

  /** Customers and causes are looked for once, not on each line. */
  private static final String FOUND =
      """
      (u.delivery_number ilike :q or u.contract_number ilike :q or u.item ilike :q
       or u.owner ilike :q or u.cause in (%s) or s.reason ilike :q or s.said_by ilike :q
       or u.customer in (select f.id from party.v_customer f
                          where f.name ilike :q or f.number ilike :q))""";

  private static final String BAND =
      Stream.of(AgeBand.values())
          .map(band -> "when u.as_of - u.delivered_on <= %d then '%s'".formatted(band.days(), band))
          .collect(Collectors.joining(" ", "case ", " end"));

  private final UnbilledRegister register;
  private final Lists lists;
  private final JdbcClient jdbc;
  private final MessageSourceAccessor messages;
  private final Clock clock;

  UnbilledList(
      UnbilledRegister register,
      Lists lists,
      JdbcClient jdbc,
      MessageSource messages,
      Clock clock) {
    this.register = register;
    this.lists = lists;
    this.jdbc = jdbc;
    this.messages = new MessageSourceAccessor(messages);
    this.clock = clock;
  }

  /**
   * What is wanted of the register.
   *
   * @param q what delivery, customer, contract, item, owner, cause or reason has to hold
   */
  Listing<UnbilledRow> of(Wanted wanted, String q) {
    Query query =
        Query.select(SHOWN, FROM)
            .where("u.register = :register")
            .with("register", register.of(wanted.asOf(), wanted.invoicesSince()))
            .with("current", current(wanted))
            .with("asOf", wanted.asOf())
            .where(
                "u.cause = :cause", "cause", wanted.cause() == null ? null : wanted.cause().name())
            .where("u.delivered_on <= :asOf - :minAge", "minAge", wanted.minAge())
            .where("(u.owner = :person or c.owner = :person)", "person", wanted.owner())
            .sortedBy(sorts(), "delivered", "u.delivered_on, u.delivery_number, u.item, u.root");
    if (wanted.asked()) {
      query.where("c.id is not null");
    }
    if (!q.isBlank()) {
      query.where(FOUND.formatted(causes(q))).with("q", Query.containing(q));
    }
    return lists.of(COLUMNS, query, (row, n) -> row(row, wanted.asOf()));
  }

  /** The causes whose words hold the text; there is none called nothing. */
  private String causes(String q) {
    String text = q.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of("''"),
            Stream.of(Cause.values())
                .filter(cause -> word(cause).toLowerCase(Locale.ROOT).contains(text))
                .map(cause -> "'" + cause + "'"))
        .collect(Collectors.joining(", "));
  }

  /** How much of what, by cause, currency, age and standing. */
  List<Share> shares(Wanted wanted) {
    return jdbc.sql(
            """
            select u.cause, u.currency, %s as band, %s as standing, count(*) as count,
                   coalesce(sum(u.value), 0) as value
            from %s
            where u.register = :register
              and (cast(:person as text) is null or u.owner = :person or c.owner = :person)
            group by 1, 2, 3, 4"""
                .formatted(BAND, STANDING, FROM))
        .param("register", register.of(wanted.asOf(), wanted.invoicesSince()))
        .param("current", current(wanted))
        .param("asOf", wanted.asOf())
        .param("person", wanted.owner())
        .query((row, n) -> Share.read(row))
        .list();
  }

  /** Who is being asked is known of today only. */
  private boolean current(Wanted wanted) {
    return !wanted.asOf().isBefore(LocalDate.now(clock));
  }

  private Map<String, String> sorts() {
    String cause = Worded.order("u.cause", Cause.values(), this::word);
    return Map.ofEntries(
        Map.entry("delivery", "u.delivery_number"),
        Map.entry("delivered", "u.delivered_on"),
        Map.entry("age", "u.as_of - u.delivered_on"),
        Map.entry("customer", "u.customer_name"),
        Map.entry("contract", "u.contract_number"),
        Map.entry("item", "u.item"),
        Map.entry("quantity", "u.quantity"),
        Map.entry("value", "u.currency, u.value"),
        Map.entry("owner", "u.owner"),
        Map.entry("cause", cause),
        Map.entry("why", cause),
        Map.entry("standing", Worded.order(STANDING, UnbilledRow.Standing.values(), this::word)),
        Map.entry("asked", "c.opened_on"),
        Map.entry("reason", "s.reason"),
        Map.entry("until", "s.until_on"),
        Map.entry("by", "s.said_by"));
  }

  private String word(Cause cause) {
    return messages.getMessage("billing.cause." + cause, cause.name());
  }

  private String word(UnbilledRow.Standing standing) {
    return messages.getMessage("unbilled.standing." + standing, standing.name());
  }

  private static UnbilledRow row(ResultSet row, LocalDate asOf) throws SQLException {
    RegisterEntry entry = RegisterEntry.read(row);
    String kind = row.getString("kind");
    Explanation said =
        kind == null
            ? null
            : new Explanation(
                entry.root(),
                Explanation.Kind.valueOf(kind),
                RowReader.text(row, "reason"),
                RowReader.day(row, "until_on"),
                RowReader.day(row, "said_on"),
                RowReader.text(row, "said_by"));
    return new UnbilledRow(entry, AskedAbout.read(row), said, asOf);
  }
}
