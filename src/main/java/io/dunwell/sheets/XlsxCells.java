package io.dunwell.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a sheet: stored values only, formulas are never computed. */
final class XlsxCells {

  private static final int SECONDS_PER_DAY = 86_400;
  private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);

  /** As many digits as Excel keeps; what lies beyond is noise of binary fractions. */
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

  private static final int MOST_DIGITS = 40;

  private final List<String> shared;
  private final XlsxStyles styles;
  private final boolean since1904;

  XlsxCells(List<String> shared, XlsxStyles styles, boolean since1904) {
    this.shared = shared;
    this.styles = styles;
    this.since1904 = since1904;
  }

  /** Reads the cell whose element has just started, up to its end. */
  Cell read(SafeXml xml) {
    String type = xml.attribute("t");
    int style = xml.number("s", 0);
    String value = null;
    boolean formula = false;
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("f")) {
        formula = true;
      } else if (xml.starts("v")) {
        value = xml.text();
      } else if (xml.starts("is")) {
        value = XlsxWorkbook.richText(xml, "is");
      }
    }
    if (value == null) {
      return formula ? new Cell(CellKind.UNCALCULATED, "(formula)") : Cell.EMPTY;
    }
    return cell(type == null ? "n" : type, value, style);
  }

  private Cell cell(String type, String value, int style) {
    return switch (type) {
      case "s" -> sharedText(value);
      case "inlineStr", "str" -> Cell.ofText(value);
      case "b" -> new Cell(CellKind.BOOLEAN, value.equals("1") ? "true" : "false");
      case "e" -> new Cell(CellKind.ERROR, value);
      case "d" -> new Cell(CellKind.DATE, value);
      default -> value.isEmpty() ? Cell.EMPTY : number(value, style);
    };
  }

  private Cell sharedText(String index) {
    int at = index.matches("\\d{1,9}") ? Integer.parseInt(index) : -1;
    return at >= 0 && at < shared.size()
        ? Cell.ofText(shared.get(at))
        : new Cell(CellKind.ERROR, index);
  }

  private Cell number(String value, int style) {
    BigDecimal number = parsed(value);
    if (number == null) {
      return new Cell(CellKind.ERROR, value.substring(0, Math.min(value.length(), MOST_DIGITS)));
    }
    if (styles.isDate(style)) {
      return date(number);
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    BigDecimal exact = whole ? number.setScale(0) : number.round(KEPT).stripTrailingZeros();
    String text = exact.toPlainString();
    int missing = styles.digits(style) - text.length();
    return new Cell(CellKind.NUMBER, missing > 0 ? "0".repeat(missing) + text : text);
  }

  private static @Nullable BigDecimal parsed(String value) {
    try {
      BigDecimal number = new BigDecimal(value.strip());
      boolean huge = Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS;
      return huge || number.precision() > MOST_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private Cell date(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
      return new Cell(CellKind.ERROR, serial.toPlainString());
    }
    int days = serial.intValue();
    BigDecimal part = serial.subtract(BigDecimal.valueOf(days));
    long seconds =
        part.multiply(BigDecimal.valueOf(SECONDS_PER_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime moment = epoch(days).plusDays(days).atStartOfDay().plusSeconds(seconds);
    boolean midnight = seconds % SECONDS_PER_DAY == 0;
    return new Cell(CellKind.DATE, midnight ? moment.toLocalDate().toString() : moment.toString());
  }

  /** Excel believes that 1900 was a leap year, and counts its 29 February as day 60. */
  private LocalDate epoch(int days) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1);
    }
    return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
  }
}
