package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A valid electronic invoice that someone sent.
 *
 * @param format how it was written
 * @param typeCode UNTDID 1001: 380 invoice, 381 credit note …
 * @param number its number
 * @param issuedOn its day
 * @param seller who billed
 * @param buyer who is billed
 * @param net before VAT
 * @param tax the VAT
 * @param due what is to be paid
 * @param warnings what it should do but need not
 */
public record ReceivedEinvoice(
    EinvoiceFormat format,
    String typeCode,
    String number,
    LocalDate issuedOn,
    String seller,
    String buyer,
    Money net,
    Money tax,
    Money due,
    List<BrokenRule> warnings) {

  public ReceivedEinvoice {
    warnings = List.copyOf(warnings);
  }
}
