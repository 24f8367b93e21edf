package io.dunwell.correspondence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter's facts as its templates show them: everything formatted, nothing left to compute.
 * Public only because the template engine compiles its expressions for public types, which prints
 * four times as fast.
 */
public record Sheet(
    String template,
    String currency,
    String dated,
    Letterhead sender,
    Addressee addressee,
    String salutation,
    List<String> opening,
    List<String> closing,
    List<Section> sections,
    List<Total> totals,
    String totalDue,
    String payBy,
    List<Total> ageing) {

  /** Lines under one heading; {@code kind} is the last part of its message key. */
  public record Section(String kind, List<Row> rows, String sum) {}

  /** One open item. */
  public record Row(
      String number,
      String issued,
      String due,
      String days,
      String amount,
      String open,
      String level,
      @Nullable String remark) {}

  /** A labelled amount. */
  public record Total(String label, String amount) {}
}
