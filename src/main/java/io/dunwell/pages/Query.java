package io.dunwell.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list selects, what it is narrowed to and what it may be sorted by. */
public final class Query {

  private final String columns;
  private final String from;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> params = new HashMap<>();
  private Map<String, String> sorts = Map.of();
  private String defaultSort = "";
  private String tieBreak = "";

  private Query(String columns, String from) {
    this.columns = columns;
    this.from = from;
  }

  public static Query select(String columns, String from) {
    return new Query(columns, from);
  }

  /** The pattern that a text fits if it holds the other one, for {@code ilike}. */
  public static String containing(String text) {
    return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** A parameter of a condition. */
  public Query with(String name, @Nullable Object value) {
    params.put(name, value);
    return this;
  }

  /** Narrows the list. */
  public Query where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Narrows the list unless the value is missing: an empty field of a filter narrows nothing. */
  public Query where(String condition, String name, @Nullable Object value) {
    if (value == null || value.toString().isBlank()) {
      return this;
    }
    return where(condition).with(name, value);
  }

  /** Narrows the list to rows in which one of these expressions holds the text; empty: to all. */
  public Query find(String q, String... expressions) {
    if (q.isBlank()) {
      return this;
    }
    String any =
        Stream.of(expressions).map(e -> e + " ilike :q").collect(Collectors.joining(" or "));
    return where("(" + any + ")").with("q", containing(q));
  }

  /**
   * What the list can be sorted by.
   *
   * @param sorts what the page calls a column → the expression it stands for
   * @param defaultSort one of these names, with a minus for descending
   * @param tieBreak what makes the order complete
   */
  public Query sortedBy(Map<String, String> sorts, String defaultSort, String tieBreak) {
    this.sorts = sorts;
    this.defaultSort = defaultSort;
    this.tieBreak = tieBreak;
    return this;
  }

  Map<String, @Nullable Object> params() {
    return params;
  }

  String rows(@Nullable String sort) {
    return "select " + columns + body() + order(sort);
  }

  /** The count ignores joins that only decorate rows: they come after the word lateral. */
  String count() {
    int decoration = from.indexOf(" left join lateral");
    boolean decorated = decoration >= 0 && conditions.stream().noneMatch(c -> c.contains("deco."));
    return "select count(*) from "
        + (decorated ? from.substring(0, decoration) : from)
        + conditions();
  }

  private String body() {
    return " from " + from + conditions();
  }

  private String conditions() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private String order(@Nullable String asked) {
    String sort = sort(asked);
    String direction = sort.startsWith("-") ? " desc nulls last, " : " nulls last, ";
    return " order by " + sorts.get(plain(sort)) + direction + tieBreak;
  }

  /** The asked order if there is such a column, else the usual one. */
  String sort(@Nullable String asked) {
    return asked == null || !sorts.containsKey(plain(asked)) ? defaultSort : asked;
  }

  private static String plain(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }
}
