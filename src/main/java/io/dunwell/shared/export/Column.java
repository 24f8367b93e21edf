package io.dunwell.shared.export;

/**
 * A column of an exported table.
 *
 * @param title what stands above it
 * @param type what its cells hold
 */
public record Column(String title, ColumnType type) {

  public static Column text(String title) {
    return new Column(title, ColumnType.TEXT);
  }

  public static Column date(String title) {
    return new Column(title, ColumnType.DATE);
  }

  public static Column amount(String title) {
    return new Column(title, ColumnType.AMOUNT);
  }

  public static Column number(String title) {
    return new Column(title, ColumnType.NUMBER);
  }
}
