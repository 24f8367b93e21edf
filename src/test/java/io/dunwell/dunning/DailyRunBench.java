package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.BareEngine;
import io.dunwell.DunwellTest;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The daily run over many overdue accounts, held against the engine alone starting and waiting the
 * same number of bare instances in the same database. Goal: at most three times as long.
 */
@DunwellTest
@Tag("bench")
class DailyRunBench {

  private static final LocalDate DUE = LocalDate.of(2025, 3, 3);
  private static final Actor CLERK = new Actor("accounts");

  @Autowired Customers customers;
  @Autowired OpenItems openItems;
  @Autowired DailyRuns runs;
  @Autowired BareEngine engine;
  @Autowired RuntimeService runtime;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000, 20_000})
  void oneDayOverManyAccounts(int accounts) {
    overdueAccounts(accounts);
    Duration bare = engine.starts(accounts);
    Duration run = timed(() -> runs.runNow(DUE.plusDays(3), CLERK));

    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("collection-case").count())
        .isEqualTo(accounts);
    System.out.printf(
        Locale.ROOT,
        "daily run, %,d accounts: %.1f s; engine alone: %.1f s; ratio %.2f (goal 3.00)%n",
        accounts,
        run.toMillis() / 1000.0,
        bare.toMillis() / 1000.0,
        (double) run.toMillis() / bare.toMillis());
  }

  private void overdueAccounts(int accounts) {
    List<NewCustomer> all = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      all.add(customer(i));
    }
    List<CustomerId> ids = customers.registerAll(all, CLERK);
    List<NewDocument> documents = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      documents.add(invoice(ids.get(i), i, "a"));
      documents.add(invoice(ids.get(i), i, "b"));
    }
    openItems.openAll(documents, CLERK);
  }

  private static NewCustomer customer(int i) {
    return new NewCustomer(
        "C" + i,
        "Customer " + i,
        Locale.ENGLISH,
        Currency.getInstance("INR"),
        "IN",
        null,
        PaymentTerms.net(30),
        List.of(
            new Contact(
                ContactRole.ACCOUNTS_PAYABLE, "Payables", "ap" + i + "@example.com", null, null)),
        List.of(),
        List.of());
  }

  private static NewDocument invoice(CustomerId customer, int i, String series) {
    return new NewDocument(
        customer,
        DocumentKind.INVOICE,
        "I" + i + series,
        DUE.minusDays(30),
        DUE,
        Money.of("1180.00", "INR"),
        null,
        "bench");
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
