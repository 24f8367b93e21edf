package io.dunwell.receivables;

import io.dunwell.Trade;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.Receipts;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A ledger of the size that the speed goals are about, loaded through the real services. */
@Component
public class BigLedger {

  /** How many invoices; there is one customer for ten. */
  public static final int INVOICES = Integer.getInteger("dunwell.bench.invoices", 1_000_000);

  public static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

  private static final int CHUNK = 10_000;
  private static final Currency INR = Currency.getInstance("INR");

  private final Customers customers;
  private final OpenItems openItems;
  private final Receipts receipts;

  BigLedger(Customers customers, OpenItems openItems, Receipts receipts) {
    this.customers = customers;
    this.openItems = openItems;
    this.receipts = receipts;
  }

  /** Registers the customers. */
  public List<CustomerId> customers() {
    List<CustomerId> ids = new ArrayList<>();
    for (int from = 0; from < INVOICES / 10; from += CHUNK) {
      List<NewCustomer> chunk =
          IntStream.range(from, Math.min(from + CHUNK, INVOICES / 10))
              .mapToObj(BigLedger::customer)
              .toList();
      ids.addAll(customers.registerAll(chunk, Trade.CLERK));
    }
    return ids;
  }

  /** Records the invoices, over the year before the last day. */
  public void invoices(List<CustomerId> owing) {
    Random random = new Random(1);
    for (int from = 0; from < INVOICES; from += CHUNK) {
      List<NewDocument> chunk = new ArrayList<>(CHUNK);
      for (int n = from; n < Math.min(from + CHUNK, INVOICES); n++) {
        chunk.add(invoice(owing.get(random.nextInt(owing.size())), n, random));
      }
      openItems.openAll(chunk, Trade.CLERK);
    }
  }

  /** Pays a part of every third invoice, and a little more that stays unapplied. */
  public void receipts() {
    Random random = new Random(2);
    for (int from = 0; from < INVOICES; from += 3 * CHUNK) {
      List<String> numbers =
          IntStream.range(from, Math.min(from + 3 * CHUNK, INVOICES))
              .filter(n -> n % 3 == 0)
              .mapToObj(BigLedger::number)
              .toList();
      List<NewReceipt> chunk =
          openItems.ofDocuments(numbers).stream().map(item -> receipt(item, random)).toList();
      receipts.bookAll(chunk, Trade.CLERK);
    }
  }

  private static NewCustomer customer(int n) {
    return NewCustomer.named("%07d".formatted(n), "Customer " + n, INR, "IN", PaymentTerms.net(30));
  }

  private static NewDocument invoice(CustomerId customer, int n, Random random) {
    LocalDate issued = LAST_DAY.minusDays(random.nextInt(365));
    Money total = new Money(BigDecimal.valueOf(1_000 + random.nextInt(1_000_000), 2), INR);
    return new NewDocument(
        customer,
        DocumentKind.INVOICE,
        number(n),
        issued,
        issued.plusDays(30),
        total,
        "PO " + n,
        "bench");
  }

  private static NewReceipt receipt(ItemView item, Random random) {
    boolean spare = random.nextInt(10) == 0;
    Money part = Money.rounded(item.amount().amount().multiply(new BigDecimal("0.4")), INR);
    LocalDate day = item.issuedOn().plusDays(random.nextInt(90));
    return new NewReceipt(
        item.customer(),
        part,
        day.isAfter(LAST_DAY) ? LAST_DAY : day,
        null,
        "bench:" + item.number(),
        spare ? List.of() : List.of(item.number()));
  }

  private static String number(int n) {
    return "INV-%08d".formatted(n);
  }
}
