package io.dunwell.correspondence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders that letters can be listed in. */
record LetterOrder(String sql) {

  private static final Map<String, String> COLUMNS =
      Map.of(
          "dated", "l.dated",
          "customer", "c.number",
          "template", "l.template",
          "state", "d.state",
          "sent", "d.sent_at");

  static LetterOrder of(@Nullable String sort) {
    boolean descending = sort != null && sort.startsWith("-");
    String column = sort == null ? null : COLUMNS.get(descending ? sort.substring(1) : sort);
    if (column == null) {
      return new LetterOrder(" order by l.dated desc, l.id desc");
    }
    return new LetterOrder(
        " order by " + column + (descending ? " desc nulls last" : " nulls last") + ", l.id desc");
  }
}
