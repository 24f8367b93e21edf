package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A state or territory as GST numbers it (FORM GST REG-01, state codes; {@code 96} and {@code 97}
 * from FORM GST INV-01).
 *
 * @param code two digits
 * @param name English name
 * @param unionTerritory a territory without a legislature, which has UTGST for SGST: CGST Act s.
 *     2(114), UTGST Act s. 2(8). Delhi, Puducherry, Jammu and Kashmir have one, and SGST.
 */
public record GstState(String code, String name, boolean unionTerritory) {

  /** Outside India. */
  public static final String ABROAD = "96";

  private static final List<GstState> ALL =
      List.of(
          state("01", "Jammu and Kashmir"),
          state("02", "Himachal Pradesh"),
          state("03", "Punjab"),
          territory("04", "Chandigarh"),
          state("05", "Uttarakhand"),
          state("06", "Haryana"),
          state("07", "Delhi"),
          state("08", "Rajasthan"),
          state("09", "Uttar Pradesh"),
          state("10", "Bihar"),
          state("11", "Sikkim"),
          state("12", "Arunachal Pradesh"),
          state("13", "Nagaland"),
          state("14", "Manipur"),
          state("15", "Mizoram"),
          state("16", "Tripura"),
          state("17", "Meghalaya"),
          state("18", "Assam"),
          state("19", "West Bengal"),
          state("20", "Jharkhand"),
          state("21", "Odisha"),
          state("22", "Chhattisgarh"),
          state("23", "Madhya Pradesh"),
          state("24", "Gujarat"),
          territory("25", "Daman and Diu"),
          territory("26", "Dadra and Nagar Haveli and Daman and Diu"),
          state("27", "Maharashtra"),
          state("28", "Andhra Pradesh (before division)"),
          state("29", "Karnataka"),
          state("30", "Goa"),
          territory("31", "Lakshadweep"),
          state("32", "Kerala"),
          state("33", "Tamil Nadu"),
          state("34", "Puducherry"),
          territory("35", "Andaman and Nicobar Islands"),
          state("36", "Telangana"),
          state("37", "Andhra Pradesh"),
          territory("38", "Ladakh"),
          state(ABROAD, "Foreign country"),
          territory("97", "Other territory"));

  private static final Map<String, GstState> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(GstState::code, Function.identity()));

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Every state, by code. */
  public static List<GstState> all() {
    return ALL;
  }

  /** The state of that code. */
  public static Optional<GstState> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The state of that English name, whatever its case. */
  public static Optional<GstState> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /**
   * The state of that code; a country's ISO code other than {@code IN} is {@link #ABROAD}.
   *
   * @throws RuleViolation {@code tax.place-of-supply-malformed}
   */
  public static GstState of(String code) {
    boolean foreign = code.matches("[A-Z]{2}") && !code.equals("IN");
    return find(foreign ? ABROAD : code)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "tax.place-of-supply-malformed",
                    "\"" + code + "\" is no GST state code; use two digits, 96 for abroad."));
  }

  /**
   * The state of a code as somebody writes it down: stricter than {@link #of}, which reads what was
   * written down before.
   *
   * @throws RuleViolation {@code tax.place-of-supply-malformed}
   */
  static GstState entered(String code) {
    boolean country = code.matches("[A-Z]{2}") && !code.equals("IN");
    if (country ? COUNTRIES.contains(code) : BY_CODE.containsKey(code)) {
      return of(code);
    }
    String remedy =
        named(code)
            .map(state -> "write %s for %s.".formatted(state.code(), state.name()))
            .orElse("write two digits, for example 27, or for abroad 96 or the country's code.");
    throw new RuleViolation(
        "tax.place-of-supply-malformed", "\"%s\" is no GST state code; %s".formatted(code, remedy));
  }

  private static GstState state(String code, String name) {
    return new GstState(code, name, false);
  }

  private static GstState territory(String code, String name) {
    return new GstState(code, name, true);
  }
}
