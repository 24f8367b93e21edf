package io.dunwell.sheets;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cells of a workbook show dates, and which show numbers with leading zeros. */
final class XlsxStyles {

  private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]");
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");

  private final List<String> codes = new ArrayList<>();

  XlsxStyles(@Nullable InputStream styles) {
    if (styles == null) {
      return;
    }
    Map<String, String> custom = new HashMap<>();
    try (SafeXml xml = new SafeXml(styles)) {
      boolean cells = false;
      while (xml.next()) {
        if (xml.starts("numFmt")) {
          custom.put(text(xml.attribute("numFmtId")), text(xml.attribute("formatCode")));
        } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
          cells = xml.starts("cellXfs");
        } else if (cells && xml.starts("xf")) {
          String id = text(xml.attribute("numFmtId"));
          codes.add(custom.getOrDefault(id, builtIn(id)));
        }
      }
    }
  }

  boolean isDate(int style) {
    String code = NOT_CODE.matcher(code(style)).replaceAll("").toLowerCase(Locale.ROOT);
    return !code.equals("general") && (code.contains("y") || code.contains("d"));
  }

  /** How many digits a number shows at least; 0 if its format does not ask for leading zeros. */
  int digits(int style) {
    String code = code(style);
    return ZEROS.matcher(code).matches() ? code.length() : 0;
  }

  private String code(int style) {
    return style >= 0 && style < codes.size() ? codes.get(style) : "General";
  }

  private static String builtIn(String id) {
    int number = id.matches("\\d{1,4}") ? Integer.parseInt(id) : 0;
    boolean date =
        (number >= 14 && number <= 17)
            || number == 22
            || (number >= 27 && number <= 36)
            || (number >= 50 && number <= 58);
    return date ? "yyyy-mm-dd" : "General";
  }

  private static String text(@Nullable String attribute) {
    return attribute == null ? "" : attribute;
  }
}
