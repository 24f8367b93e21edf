package io.dunwell.dunning;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Posting;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.receivables.Settlement;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts what notices charge as debit notes, and takes it back. */
@Component
class ChargePosting {

  private static final String CHARGE =
      "insert into dunning.charge (id, notice, kind, number, amount, currency) values (?, ?, ?, ?, ?, ?)";

  private static final String SHARE =
      """
      insert into dunning.interest_share
        (charge, item, after_on, until_on, annual_percent, day_count, amount)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final OpenItems items;
  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ChargePosting(OpenItems items, JdbcClient jdbc, JdbcOperations batches) {
    this.items = items;
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Posts the charges of notices that have been written. */
  void post(List<Plan> plans, Map<CaseId, NoticeId> notices, Map<CaseId, Charges> charges) {
    List<NewDocument> documents = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> shares = new ArrayList<>();
    Actor by = Actor.SYSTEM;
    for (Plan plan : plans) {
      Charges of = charges.get(plan.caseId());
      if (of != null && !of.nothing()) {
        UUID notice = Objects.requireNonNull(notices.get(plan.caseId())).value();
        UUID interest = Ids.next();
        add(plan, DocumentKind.FEE, of.fee(), notice, Ids.next(), documents, rows);
        add(plan, DocumentKind.INTEREST, of.interest(), notice, interest, documents, rows);
        of.shares().forEach(share -> shares.add(row(interest, share)));
        by = plan.by();
      }
    }
    items.openAll(documents, by);
    batches.batchUpdate(CHARGE, rows);
    batches.batchUpdate(SHARE, shares);
  }

  private static void add(
      Plan plan,
      DocumentKind kind,
      Money amount,
      UUID notice,
      UUID charge,
      List<NewDocument> documents,
      List<Object[]> rows) {
    if (!amount.isPositive()) {
      return;
    }
    AccountFacts facts = plan.decision().facts();
    String number =
        "%s-%s-%s-%s"
            .formatted(
                kind,
                facts.customerNumber(),
                facts.day().format(DateTimeFormatter.BASIC_ISO_DATE),
                facts.currency());
    documents.add(
        new NewDocument(
            new CustomerId(facts.customer()),
            kind,
            number,
            facts.day(),
            facts.day(),
            amount,
            null,
            "dunning"));
    rows.add(
        new Object[] {
          charge, notice, kind.name(), number, amount.amount(), facts.currency().getCurrencyCode()
        });
  }

  private static Object[] row(UUID charge, Charges.Share share) {
    return new Object[] {
      charge,
      share.item(),
      share.after(),
      share.until(),
      share.terms().annualPercent(),
      share.terms().dayCount().text(),
      share.amount().amount()
    };
  }

  /** A charge that stands. */
  record Standing(UUID id, String kind, String number) {}

  /** Takes back what a notice charged, as far as it is not paid yet. */
  void takeBack(UUID notice, LocalDate on, String why, Actor by) {
    List<Standing> charges =
        jdbc.sql(
                """
                select id, kind, number from dunning.charge
                where notice = ? and taken_back_on is null
                """)
            .param(notice)
            .query(Standing.class)
            .list();
    for (Standing charge : charges) {
      lower(charge.number(), charge.kind(), null, "charge-taken-back:" + charge.id(), on, by);
      jdbc.sql(
              "update dunning.charge set taken_back_on = ?, taken_back_why = ?, taken_back_by = ? where id = ?")
          .params(on, why, by.name(), charge.id())
          .update();
    }
  }

  /**
   * Lowers what is open of a charge.
   *
   * @param amount by how much at most, or null for all of it
   */
  void lower(
      String number, String kind, @Nullable Money amount, String key, LocalDate on, Actor by) {
    for (ItemView item : items.ofDocuments(List.of(number))) {
      Money less = amount == null ? item.open() : item.open().min(amount);
      if (less.isPositive()) {
        Account account = kind.equals("FEE") ? Account.DUNNING_FEE : Account.INTEREST;
        items.settleAll(
            List.of(
                new Settlement(
                    key,
                    "charge-waived",
                    List.of(new Settlement.Move(item, less.negated())),
                    List.of(new Posting(account, item.customer().value(), null, less)),
                    on)),
            by);
      }
    }
  }
}
