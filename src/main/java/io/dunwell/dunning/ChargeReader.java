package io.dunwell.dunning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a level charges. */
final class ChargeReader {

  private final PolicyFields level;

  ChargeReader(PolicyFields level) {
    this.level = level;
  }

  @Nullable Fee fee() {
    if (!level.has("fee")) {
      return null;
    }
    if (!level.raw("fee").isObject()) {
      BigDecimal fixed = Objects.requireNonNullElse(level.decimal("fee"), BigDecimal.ZERO);
      return simple(fixed, BigDecimal.ZERO, null, null, null);
    }
    PolicyFields fee = level.object("fee");
    fee.allow("currency", "fixed", "percent", "min", "max", "bands", "accumulated");
    String code = fee.text("currency");
    Currency currency = code == null ? null : fee.currency("currency", code);
    BigDecimal min = fee.decimal("min");
    BigDecimal max = fee.decimal("max");
    if (min != null && max != null && min.compareTo(max) > 0) {
      fee.wrong("min", "cannot be more than max.");
    }
    if (fee.has("bands")) {
      boolean accumulated = fee.raw("accumulated").asBoolean(false);
      return new Fee(currency, bands(fee), accumulated, min, max);
    }
    BigDecimal fixed = LevelReader.orZero(fee.decimal("fixed"));
    return simple(fixed, LevelReader.orZero(fee.decimal("percent")), currency, min, max);
  }

  @Nullable Interest interest() {
    if (!level.has("interest")) {
      return null;
    }
    if (!level.raw("interest").isObject()) {
      return interest(level.decimal("interest"), DayCount.ACT_365);
    }
    PolicyFields interest = level.object("interest");
    interest.allow("annualPercent", "dayCount");
    BigDecimal percent = interest.decimal("annualPercent");
    if (percent == null) {
      interest.wrong("annualPercent", "is missing, for example \"12\".");
    }
    return interest(percent, dayCount(interest));
  }

  private static Fee simple(
      BigDecimal fixed,
      BigDecimal percent,
      @Nullable Currency currency,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max) {
    Fee.Band band = new Fee.Band(BigDecimal.ZERO, fixed, percent);
    return new Fee(currency, List.of(band), false, min, max);
  }

  private static List<Fee.Band> bands(PolicyFields fee) {
    List<Fee.Band> bands = new ArrayList<>();
    for (PolicyFields row : fee.list("bands")) {
      row.allow("from", "fixed", "percent");
      bands.add(
          new Fee.Band(
              LevelReader.orZero(row.decimal("from")),
              LevelReader.orZero(row.decimal("fixed")),
              LevelReader.orZero(row.decimal("percent"))));
    }
    bands.sort(Comparator.comparing(Fee.Band::from));
    return bands;
  }

  private static @Nullable Interest interest(@Nullable BigDecimal percent, DayCount dayCount) {
    return percent == null ? null : new Interest(percent, dayCount);
  }

  private static DayCount dayCount(PolicyFields interest) {
    String text = interest.text("dayCount");
    for (DayCount each : DayCount.values()) {
      if (text == null || each.text().equalsIgnoreCase(text)) {
        return each;
      }
    }
    interest.wrong("dayCount", "has to be ACT/365, ACT/360 or 30/360.");
    return DayCount.ACT_365;
  }
}
