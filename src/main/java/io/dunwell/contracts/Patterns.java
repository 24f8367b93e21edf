package io.dunwell.contracts;

/** What a person types to search, as a pattern for {@code ilike}. */
final class Patterns {

  private Patterns() {}

  static String containing(String text) {
    String plain = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + plain + "%";
  }
}
