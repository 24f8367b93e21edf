package io.dunwell.correspondence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter's facts as its templates show them: everything formatted, nothing left to compute. It is
 * public only so that the template engine may read it.
 */
record Sheet(
    String template,
    String currency,
    String dated,
    CorrespondenceSettings.Sender sender,
    Addressee addressee,
    List<Section> sections,
    List<Total> totals,
    String totalDue,
    String overdue,
    String balance,
    String payBy,
    int raisedCount,
    List<Total> ageing,
    @Nullable List<String> note) {

  /** Lines under one heading; {@code kind} is the last part of its message key. */
  record Section(String kind, List<Row> rows, String sum) {}

  /** One open item. */
  record Row(
      String number,
      String issued,
      String due,
      String days,
      String amount,
      String open,
      String level,
      @Nullable String remark) {}

  /** A labelled amount. */
  record Total(String label, String amount) {}
}
