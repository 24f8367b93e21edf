package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a column of a file can mean. */
public enum ProfileField {
  CUSTOMER_NUMBER("customerNumber", Type.IDENTIFIER),
  CUSTOMER_NAME("customerName", Type.TEXT),
  COUNTRY("country", Type.TEXT),
  LANGUAGE("language", Type.TEXT),
  COLLECTOR("collector", Type.TEXT),
  CONTACT_NAME("contactName", Type.TEXT),
  EMAIL("email", Type.TEXT),
  PHONE("phone", Type.TEXT),
  MANAGEMENT_EMAIL("managementEmail", Type.TEXT),
  LEGAL_EMAIL("legalEmail", Type.TEXT),
  STREET("street", Type.TEXT),
  POSTAL_CODE("postalCode", Type.IDENTIFIER),
  CITY("city", Type.TEXT),
  TAX_SCHEME("taxScheme", Type.TEXT),
  TAX_ID("taxId", Type.IDENTIFIER),
  INVOICE_NUMBER("invoiceNumber", Type.IDENTIFIER),
  INVOICED_ON("invoicedOn", Type.DATE),
  /** When the invoice is due; without it, the terms say so. */
  DUE_ON("dueOn", Type.DATE),
  /** The day that payment terms count from, where it is not the invoice's. */
  BASELINE_ON("baselineOn", Type.DATE),
  TERMS("terms", Type.TEXT),
  AMOUNT("amount", Type.AMOUNT),
  CURRENCY("currency", Type.TEXT),
  REFERENCE("reference", Type.IDENTIFIER),
  STATUS("status", Type.TEXT),
  DISPUTED("disputed", Type.TEXT),
  SETTLED_ON("settledOn", Type.DATE),
  SETTLED_AMOUNT("settledAmount", Type.AMOUNT),
  RECEIVED_ON("receivedOn", Type.DATE),
  /** The bank's or the sender's own number of a receipt, unique if mapped. */
  RECEIPT_NUMBER("receiptNumber", Type.IDENTIFIER),
  CONTRACT_NUMBER("contractNumber", Type.IDENTIFIER),
  TITLE("title", Type.TEXT),
  VALID_FROM("validFrom", Type.DATE),
  VALID_UNTIL("validUntil", Type.DATE),
  BILLING_RULE("billingRule", Type.TEXT),
  PURCHASE_ORDER("purchaseOrder", Type.IDENTIFIER),
  ORDER_CAP("orderCap", Type.AMOUNT),
  ORDER_UNTIL("orderUntil", Type.DATE),
  OWNER("owner", Type.TEXT),
  PLACE_OF_SUPPLY("placeOfSupply", Type.IDENTIFIER),
  /** What the law sees in what is supplied, for example reverse charge. */
  SUPPLY("supply", Type.TEXT),
  PROOF_REQUIRED("proofRequired", Type.TEXT),
  ADVANCE("advance", Type.AMOUNT),
  ITEM("item", Type.IDENTIFIER),
  DESCRIPTION("description", Type.TEXT),
  UNIT("unit", Type.TEXT),
  /** One price, or prices by quantity: {@code 0: 100; 10: 95.50}. */
  PRICES("prices", Type.TEXT),
  SLAB_RULE("slabRule", Type.TEXT),
  DISCOUNT("discountPercent", Type.AMOUNT),
  MINIMUM_COMMITMENT("minimumCommitment", Type.AMOUNT),
  TAX_CODE("taxCode", Type.IDENTIFIER),
  SERVICE("service", Type.TEXT),
  /** How the law treats an item: taxed, exempt, nil-rated or outside the tax. */
  TREATMENT("treatment", Type.TEXT),
  DELIVERY_NUMBER("deliveryNumber", Type.IDENTIFIER),
  DELIVERED_ON("deliveredOn", Type.DATE),
  DELIVERY_KIND("deliveryKind", Type.TEXT),
  /** Who took a delivery in elsewhere than at the address that is billed. */
  SHIP_TO("shipTo", Type.TEXT),
  /** Whether that is somebody else, to whom the buyer directed it. */
  THIRD_PARTY("thirdParty", Type.TEXT),
  QUANTITY("quantity", Type.AMOUNT),
  /** The position of a line in its delivery, from 1. */
  LINE("line", Type.TEXT),
  RETURNED_ON("returnedOn", Type.DATE),
  RETURN_NUMBER("returnNumber", Type.IDENTIFIER),
  REASON("reason", Type.TEXT),
  /** The name of a file in the archive. */
  FILE_NAME("fileName", Type.TEXT),
  PROOF_KIND("proofKind", Type.TEXT);

  enum Type {
    TEXT,
    IDENTIFIER,
    DATE,
    AMOUNT
  }

  private final String text;
  private final Type type;

  ProfileField(String text, Type type) {
    this.text = text;
    this.type = type;
  }

  /**
   * The field of that name.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  @JsonCreator
  public static ProfileField of(String text) {
    return Arrays.stream(values())
        .filter(field -> field.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no field " + text));
  }

  /** Its name in profiles and problems, for example {@code invoiceNumber}. */
  @JsonValue
  public String text() {
    return text;
  }

  Type type() {
    return type;
  }
}
