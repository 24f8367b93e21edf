package io.dunwell.withholding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which taxes at source an invoice bears. The seller collects what its goods are subject to
 * unless the customer declared otherwise (Income-tax Act 1961 s. 206C(1A)); the buyer deducts if it
 * is known to (it has a tax deduction account number, s. 203A), or said which tax it deducts. A
 * chosen tax takes the lines that are subject to it, else all of its sort that nothing else claims.
 *
 * @param subjects which tax each tax code is subject to
 * @param choices what was agreed with the customer, by tax
 * @param deducts whether the customer deducts tax from whomever it pays
 */
record WithholdingPolicy(
    Map<String, String> subjects, Map<String, Choice> choices, boolean deducts) {

  /** On sales of goods; only buyers above a turnover deduct it, which they have to say: s. 194Q. */
  static final String GOODS = "TDS-GOODS";

  /** By governments, on top of any other: CGST Act s. 51. */
  static final String GOVERNMENT = "TDS-GST";

  static final String COLLECTED = "TCS";

  /** What was agreed about one tax; the rate is {@code null} for that of the law. */
  record Choice(boolean applies, @Nullable BigDecimal rate) {}

  /** A line as far as it matters here. */
  record Line(String id, String taxCode, boolean service) {}

  /** A tax that is due on some lines. */
  record Wanted(String code, Set<String> lines, @Nullable BigDecimal rate) {}

  List<Wanted> decide(Collection<Line> lines) {
    List<Wanted> wanted = new ArrayList<>();
    Set<String> claimed = new HashSet<>();
    for (String code : inOrder()) {
      Choice choice = choices.get(code);
      boolean due = choice == null ? code.startsWith(COLLECTED) || deducts : choice.applies();
      Set<String> on = due ? lines(code, lines, claimed) : Set.of();
      if (!on.isEmpty()) {
        wanted.add(new Wanted(code, on, choice == null ? null : choice.rate()));
        claimed.addAll(code.equals(GOVERNMENT) ? Set.of() : on);
      }
    }
    return wanted;
  }

  /** What is collected, then what was chosen, then what the codes say. */
  private Set<String> inOrder() {
    Set<String> codes = new LinkedHashSet<>();
    subjects.values().stream()
        .sorted()
        .filter(code -> code.startsWith(COLLECTED))
        .forEach(codes::add);
    choices.keySet().stream().sorted().filter(code -> !code.equals(GOVERNMENT)).forEach(codes::add);
    subjects.values().stream().sorted().forEach(codes::add);
    choices.keySet().stream().filter(GOVERNMENT::equals).forEach(codes::add);
    return codes;
  }

  private Set<String> lines(String code, Collection<Line> lines, Set<String> claimed) {
    if (code.equals(GOVERNMENT)) {
      return ids(lines, line -> true);
    }
    Set<String> subject =
        ids(
            lines,
            line -> code.equals(subjects.get(line.taxCode())) && !claimed.contains(line.id()));
    boolean goods = code.equals(GOODS) || code.startsWith(COLLECTED);
    return subject.isEmpty() && choices.containsKey(code)
        ? ids(lines, line -> line.service() != goods && !claimed.contains(line.id()))
        : subject;
  }

  private static Set<String> ids(Collection<Line> lines, Predicate<Line> wanted) {
    return lines.stream().filter(wanted).map(Line::id).collect(Collectors.toSet());
  }
}
