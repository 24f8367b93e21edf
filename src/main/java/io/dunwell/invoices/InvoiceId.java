package io.dunwell.invoices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an invoice, credit note, debit note or advance, from its draft on. */
public record InvoiceId(@JsonValue UUID value) {

  /**
   * The id written in {@code text}.
   *
   * @throws IllegalArgumentException if it is no id
   */
  public static InvoiceId of(String text) {
    return new InvoiceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
