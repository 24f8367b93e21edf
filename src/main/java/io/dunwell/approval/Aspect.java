package io.dunwell.approval;

/** What an invoice version says, by subject. What changed decides who approves again. */
public enum Aspect {
  /** Who is billed: name and address. */
  CUSTOMER,
  /** Contract version, currency and payment terms. */
  TERMS,
  /** Unit prices and discounts. */
  PRICE,
  /** What was delivered, and how much of it. */
  QUANTITY,
  /** The proofs of delivery that are attached. */
  PROOF,
  /** Tax codes, place of supply, kind of supply, rates, what they come to, the buyer's tax ids. */
  TAX,
  /** What it asks for in the end. */
  AMOUNT,
  /** Purchase order and the document that a note refers to. */
  REFERENCE,
  /** Descriptions and remarks. */
  TEXT
}
