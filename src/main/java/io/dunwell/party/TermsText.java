package io.dunwell.party;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Payment terms as a line of text: {@code 30% net 30, 70% net 60 end of month day 10}. */
final class TermsText {

  private static final Pattern TERMS =
      Pattern.compile(
          "(?:(\\d{1,2}) months? )?(?:net ?|n/)?(.+?)(?: days?)?( end of month)?(?: day (\\d{1,2}))?");
  private static final Pattern SHARE = Pattern.compile("([0-9.]{1,9})% net (\\d{1,4})(?: days)?");

  private static final Set<String> AT_ONCE =
      Set.of(
          "due on receipt",
          "on receipt",
          "due immediately",
          "immediately",
          "immediate",
          "cash on delivery",
          "cod",
          "cash");

  private TermsText() {}

  static String write(PaymentTerms terms) {
    String months = terms.netMonths() == 0 ? "" : terms.netMonths() + " months ";
    String days =
        terms.instalments().isEmpty()
            ? "net " + terms.netDays()
            : terms.instalments().stream()
                .map(Instalment::toString)
                .collect(Collectors.joining(", "));
    String day = terms.dayOfMonth() == null ? "" : " day " + terms.dayOfMonth();
    return months + days + (terms.endOfMonth() ? " end of month" : "") + day;
  }

  static PaymentTerms read(String text) {
    Matcher terms = TERMS.matcher(plain(text));
    if (!terms.matches()) {
      throw unreadable(text);
    }
    String days = terms.group(2);
    boolean shares = days.contains("%");
    return new PaymentTerms(
        shares ? 0 : number(days, text),
        number(terms.group(1), 0),
        terms.group(3) != null,
        terms.group(4) == null ? null : Integer.valueOf(terms.group(4)),
        shares ? shares(days, text) : List.of());
  }

  /** What other systems write for the same, as we write it. */
  private static String plain(String text) {
    String terms =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ")
            .replaceAll("\\beom\\b", "end of month");
    if (AT_ONCE.contains(terms)) {
      return "net 0";
    }
    return terms.equals("end of month") ? "net 0 end of month" : terms;
  }

  private static List<Instalment> shares(String list, String text) {
    return Arrays.stream(list.split(",", -1)).map(share -> share(share.strip(), text)).toList();
  }

  private static Instalment share(String share, String text) {
    Matcher parts = SHARE.matcher(share);
    if (!parts.matches()) {
      throw unreadable(text);
    }
    return new Instalment(new BigDecimal(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  private static int number(String digits, String text) {
    if (!digits.matches("\\d{1,4}")) {
      throw unreadable(text);
    }
    return Integer.parseInt(digits);
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is no payment term; write for example 'net 30', 'net 30 end of month',"
            + " '30% net 30, 70% net 60'");
  }
}
