package io.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class EntryTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Property
  void isBuiltFromAnyAmountsWhoseSumIsTakenOnTheOtherSide(
      @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 9_999_999) Long> cents) {
    Entry entry = entry(balanced(cents));

    assertThat(entry.postings()).hasSize(cents.size() + 1);
  }

  @Property
  void isNeverBuiltIfACentIsMissing(
      @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 9_999_999) Long> cents) {
    List<Posting> postings = balanced(cents);
    postings.set(0, posting(Account.REVENUE, cents.get(0) + 1));

    assertThatIllegalArgumentException().isThrownBy(() -> entry(postings));
  }

  @Example
  void needsItsCurrenciesToBalanceEachByItself() {
    Posting euro = new Posting(Account.BANK, null, null, Money.of("1.00", "EUR"));
    Posting rupee = new Posting(Account.REVENUE, null, null, Money.of("-1.00", "INR"));

    assertThatIllegalArgumentException().isThrownBy(() -> entry(List.of(euro, rupee)));
    assertThat(entry(List.of(euro, rupee, euro.negated(), rupee.negated())).postings()).hasSize(4);
  }

  @Example
  void needsAKeyAndPostings() {
    assertThatIllegalArgumentException().isThrownBy(() -> entry(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Entry.of(
                    " ",
                    "Invoice",
                    DAY,
                    Actor.SYSTEM,
                    posting(Account.BANK, 1),
                    posting(Account.TAX, -1)));
  }

  @Example
  void aPostingMovesSomethingAndItsOppositeMovesItBack() {
    assertThatIllegalArgumentException().isThrownBy(() -> posting(Account.BANK, 0));
    Posting posting = new Posting(Account.RECEIVABLE, new UUID(1, 1), new UUID(2, 2), cents(5));
    assertThat(posting.negated())
        .isEqualTo(new Posting(Account.RECEIVABLE, new UUID(1, 1), new UUID(2, 2), cents(-5)));
  }

  private static Entry entry(List<Posting> postings) {
    return new Entry("act", "Invoice", DAY, Actor.SYSTEM, postings, null);
  }

  private static List<Posting> balanced(List<Long> cents) {
    List<Posting> postings = new ArrayList<>();
    cents.forEach(amount -> postings.add(posting(Account.REVENUE, amount)));
    long sum = cents.stream().mapToLong(Long::longValue).sum();
    postings.add(posting(Account.RECEIVABLE, -sum));
    return postings;
  }

  private static Posting posting(Account account, long cents) {
    return new Posting(account, null, null, cents(cents));
  }

  private static Money cents(long cents) {
    return new Money(BigDecimal.valueOf(cents, 2), Currency.getInstance("EUR"));
  }
}
