package io.dunwell.ledger.web;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Posting;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posting with its amount as text: debits positive, credits negative. */
record PostingResponse(
    Account account,
    @Nullable UUID customer,
    @Nullable UUID item,
    String amount,
    Currency currency) {

  static PostingResponse of(Posting posting) {
    return new PostingResponse(
        posting.account(),
        posting.customer(),
        posting.item(),
        posting.amount().text(),
        posting.amount().currency());
  }
}
