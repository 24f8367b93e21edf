package io.dunwell.receivables;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Entry;
import io.dunwell.ledger.Posting;
import io.dunwell.party.Due;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receivables.events.OpenItemOpened;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document with the items that it opens and the entry that records them. */
record Opening(DocumentId id, NewDocument document, List<Instalment> instalments) {

  /** One open item to be; its amount is negative for a credit note. */
  record Instalment(ItemId item, int number, LocalDate dueOn, Money amount) {}

  static Opening of(NewDocument document, @Nullable PaymentTerms customersTerms) {
    PaymentTerms agreed = document.terms() == null ? customersTerms : document.terms();
    PaymentTerms terms =
        agreed == null || !document.kind().followsTerms() ? PaymentTerms.IMMEDIATE : agreed;
    List<Instalment> instalments = new ArrayList<>();
    LocalDate dueOn = document.dueOn();
    if (dueOn != null) {
      add(instalments, document, dueOn, document.total());
    } else {
      for (Due due : terms.dues(document.issuedOn(), document.total())) {
        add(instalments, document, due.on(), due.amount());
      }
    }
    return new Opening(new DocumentId(Ids.next()), document, List.copyOf(instalments));
  }

  private static void add(
      List<Instalment> instalments, NewDocument document, LocalDate dueOn, Money amount) {
    Money signed = document.kind().isCredit() ? amount.negated() : amount;
    instalments.add(new Instalment(new ItemId(Ids.next()), instalments.size() + 1, dueOn, signed));
  }

  Entry entry(Actor by) {
    List<Posting> postings = new ArrayList<>(instalments.size() + 1);
    for (Instalment each : instalments) {
      postings.add(
          new Posting(
              Account.RECEIVABLE, document.customer().value(), each.item().value(), each.amount()));
    }
    postings.addAll(counterparts());
    return new Entry("document-opened:" + id, reason(), document.issuedOn(), by, postings, null);
  }

  private List<Posting> counterparts() {
    List<NewDocument.Share> shares =
        document.shares().isEmpty()
            ? List.of(new NewDocument.Share(document.kind().counterpart(), document.total()))
            : document.shares();
    return shares.stream()
        .filter(share -> !share.amount().isZero())
        .map(share -> counterpart(share.account(), share.amount()))
        .toList();
  }

  private Posting counterpart(Account account, Money amount) {
    Money posted = document.kind().isCredit() ? amount : amount.negated();
    return new Posting(account, document.customer().value(), null, posted);
  }

  List<OpenItemOpened> events() {
    return instalments.stream()
        .map(
            each ->
                new OpenItemOpened(
                    each.item(),
                    document.customer(),
                    each.amount(),
                    document.issuedOn(),
                    each.dueOn()))
        .toList();
  }

  private String reason() {
    return switch (document.kind()) {
      case INVOICE -> "invoice";
      case CREDIT_NOTE -> "credit-note";
      case DEBIT_NOTE -> "debit-note";
      case FEE -> "fee";
      case INTEREST -> "interest";
    };
  }
}
