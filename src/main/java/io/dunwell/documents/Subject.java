package io.dunwell.documents;

/**
 * What a document belongs to.
 *
 * @param type the kind of thing, for example {@code invoice}
 * @param key which one, by the number that people use
 */
public record Subject(String type, String key) {

  /** An invoice, by its number. */
  public static Subject invoice(String number) {
    return new Subject("invoice", number);
  }
}
