package io.dunwell.receipts;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One customer's documents, receipts and what was done with them, day by day, in plain Java. */
class HistoryModel {

  static final int DAYS = 100;

  private static final Currency EUR = Currency.getInstance("EUR");

  private final List<Pot> items = new ArrayList<>();
  private final List<Pot> money = new ArrayList<>();
  private final List<Put> puts = new ArrayList<>();

  /** Something that money is taken from or put to: what is left of it on each day, in cents. */
  static final class Pot {
    String label;
    final int amount;
    final int from;
    final int[] left = new int[DAYS + 10];
    @Nullable ItemView item;
    @Nullable ReceiptId receipt;

    Pot(String label, int amount, int from) {
      this.label = label;
      this.amount = amount;
      this.from = from;
      change(amount, from);
    }

    void change(int by, int since) {
      for (int day = since; day < left.length; day++) {
        left[day] += by;
      }
    }

    ItemId itemId() {
      return Objects.requireNonNull(item).id();
    }

    boolean has(int wanted, int since) {
      return since >= from && IntStream.range(since, left.length).allMatch(d -> left[d] >= wanted);
    }
  }

  private record Put(AllocationId id, @Nullable Pot source, Pot target, int amount, int day) {}

  /** Something that may be done. */
  abstract static class Act {
    abstract boolean possible();

    abstract void doIt(Receipts receipts, Actor by);

    abstract void done();
  }

  static List<HistoryModel> begin(
      int count, Random random, Customers customers, OpenItems openItems, Receipts receipts) {
    List<NewCustomer> parties =
        IntStream.range(0, count)
            .mapToObj(n -> NewCustomer.named("C" + n, "C" + n, EUR, "DE", PaymentTerms.net(30)))
            .toList();
    List<CustomerId> ids = customers.registerAll(parties, CLERK);
    List<HistoryModel> histories = new ArrayList<>();
    List<NewDocument> documents = new ArrayList<>();
    List<NewReceipt> incoming = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      HistoryModel history = new HistoryModel();
      history.invent("" + n, ids.get(n), random, documents, incoming);
      histories.add(history);
    }
    openItems.openAll(documents, CLERK);
    List<ReceiptId> booked = receipts.bookAll(incoming, CLERK);
    Map<String, ItemView> views = new HashMap<>();
    openItems
        .ofDocuments(documents.stream().map(NewDocument::number).toList())
        .forEach(view -> views.put(view.label(), view));
    Map<String, ReceiptView> byKey = new HashMap<>();
    for (int n = 0; n < booked.size(); n++) {
      byKey.put(incoming.get(n).sourceKey(), receipts.view(booked.get(n)));
    }
    histories.forEach(history -> history.remember(views, byKey));
    return histories;
  }

  private void invent(
      String name,
      CustomerId customer,
      Random random,
      List<NewDocument> documents,
      List<NewReceipt> incoming) {
    for (int n = 0; n < 2; n++) {
      items.add(new Pot("I" + name + "-" + n, 1 + random.nextInt(10_000), random.nextInt(40)));
    }
    money.add(new Pot("N" + name, 1 + random.nextInt(5_000), random.nextInt(60)));
    for (int n = 0; n < 2; n++) {
      money.add(new Pot("r" + name + "-" + n, 1 + random.nextInt(10_000), random.nextInt(60)));
    }
    for (Pot item : items) {
      documents.add(document(customer, DocumentKind.INVOICE, item, random));
    }
    documents.add(document(customer, DocumentKind.CREDIT_NOTE, money.get(0), random));
    for (Pot receipt : money.subList(1, 3)) {
      incoming.add(
          new NewReceipt(customer, cents(receipt.amount), day(receipt.from), null, receipt.label));
    }
  }

  private static NewDocument document(
      CustomerId customer, DocumentKind kind, Pot pot, Random random) {
    LocalDate issued = day(pot.from);
    LocalDate due = issued.plusDays(random.nextInt(60));
    return new NewDocument(customer, kind, pot.label, issued, due, cents(pot.amount), null, "test");
  }

  private void remember(Map<String, ItemView> views, Map<String, ReceiptView> booked) {
    items.forEach(pot -> pot.item = views.get(pot.label));
    money.get(0).item = views.get(money.get(0).label);
    for (Pot pot : money.subList(1, 3)) {
      ReceiptView receipt = Objects.requireNonNull(booked.get(pot.label));
      pot.receipt = receipt.id();
      pot.label = receipt.label();
    }
  }

  /** What to try next. */
  Act next(Random random) {
    if (!puts.isEmpty() && random.nextInt(4) == 0) {
      return new TakeBack(puts.get(random.nextInt(puts.size())), random.nextInt(DAYS));
    }
    Pot target = items.get(random.nextInt(items.size()));
    Pot source = random.nextInt(8) == 0 ? null : money.get(random.nextInt(money.size()));
    int day = random.nextInt(DAYS);
    int most = Math.max(1, target.left[DAYS]);
    int amount = random.nextInt(5) == 0 ? target.amount : 1 + random.nextInt(most);
    return new PutTo(source, target, amount, day);
  }

  /** Adds what is worth something that day, by label; receipts by the number they got. */
  void addWorth(Map<String, BigDecimal> worth, LocalDate day) {
    int index = Math.toIntExact(day.toEpochDay() - DAY.toEpochDay());
    items.forEach(pot -> add(worth, pot.label, pot.left[index]));
    add(worth, money.get(0).label, -money.get(0).left[index]);
    for (Pot receipt : money.subList(1, 3)) {
      add(worth, receipt.label, -receipt.left[index]);
    }
  }

  private static void add(Map<String, BigDecimal> worth, String label, int cents) {
    if (cents != 0) {
      worth.put(label, BigDecimal.valueOf(cents, 2));
    }
  }

  private static LocalDate day(int index) {
    return DAY.plusDays(index);
  }

  private static Money cents(int cents) {
    return new Money(BigDecimal.valueOf(cents, 2), EUR);
  }

  private final class PutTo extends Act {
    private final @Nullable Pot source;
    private final Pot target;
    private final int amount;
    private final int day;
    private @Nullable AllocationId made;

    PutTo(@Nullable Pot source, Pot target, int amount, int day) {
      this.source = source;
      this.target = target;
      this.amount = amount;
      this.day = day;
    }

    @Override
    boolean possible() {
      return target.has(amount, day) && (source == null || source.has(amount, day));
    }

    @Override
    void doIt(Receipts receipts, Actor by) {
      Money sum = cents(amount);
      if (source == null) {
        made = receipts.writeOff(target.itemId(), sum, "random", day(day), by);
      } else if (source.receipt != null) {
        made = receipts.allocate(source.receipt, target.itemId(), sum, day(day), by);
      } else {
        made = receipts.applyCredit(source.itemId(), target.itemId(), sum, day(day), by);
      }
    }

    @Override
    void done() {
      target.change(-amount, day);
      if (source != null) {
        source.change(-amount, day);
      }
      puts.add(new Put(Objects.requireNonNull(made), source, target, amount, day));
    }

    @Override
    public String toString() {
      String from = source == null ? "write-off" : source.label;
      return "%d cents of %s to %s on day %d".formatted(amount, from, target.label, day);
    }
  }

  private final class TakeBack extends Act {
    private final Put put;
    private final int day;

    TakeBack(Put put, int day) {
      this.put = put;
      this.day = day;
    }

    @Override
    boolean possible() {
      return day >= put.day;
    }

    @Override
    void doIt(Receipts receipts, Actor by) {
      receipts.unallocate(put.id, "random", day(day), by);
    }

    @Override
    void done() {
      put.target.change(put.amount, day);
      if (put.source != null) {
        put.source.change(put.amount, day);
      }
      puts.remove(put);
    }

    @Override
    public String toString() {
      return "take back %s on day %d".formatted(put, day);
    }
  }
}
