package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says about itself.
 *
 * @param sheetPath where in the archive the wanted sheet lies
 * @param since1904 whether its dates are counted from 1904
 */
record XlsxWorkbook(String sheetPath, boolean since1904) {

  static XlsxWorkbook read(XlsxArchive archive, @Nullable String wanted) throws IOException {
    List<Entry> sheets = new ArrayList<>();
    boolean since1904 = false;
    try (SafeXml xml = new SafeXml(archive.get("xl/workbook.xml"))) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          String flag = xml.attribute("date1904");
          since1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.starts("sheet")) {
          sheets.add(new Entry(xml.attribute("name"), xml.attribute("id"), xml.attribute("state")));
        }
      }
    }
    String id = choose(sheets, wanted).id();
    return new XlsxWorkbook(path(archive, id == null ? "" : id), since1904);
  }

  static List<String> sharedStrings(XlsxArchive archive) throws IOException {
    List<String> strings = new ArrayList<>();
    InputStream found = archive.find("xl/sharedStrings.xml");
    if (found == null) {
      return strings;
    }
    try (SafeXml xml = new SafeXml(found)) {
      while (xml.nextStart("si")) {
        strings.add(richText(xml, "si"));
      }
    }
    return strings;
  }

  /** The text of an element up to its end, without the reading aids of Asian scripts. */
  static String richText(SafeXml xml, String element) {
    StringBuilder text = new StringBuilder();
    boolean aid = false;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh") || xml.ends("rPh")) {
        aid = xml.starts("rPh");
      } else if (xml.starts("t")) {
        String part = xml.text();
        text.append(aid ? "" : part);
      }
    }
    return text.toString();
  }

  private static Entry choose(List<Entry> sheets, @Nullable String wanted) {
    return sheets.stream()
        .filter(
            sheet ->
                wanted == null
                    ? sheet.state() == null || sheet.state().equals("visible")
                    : wanted.equals(sheet.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "file.sheet-unknown",
                    wanted == null
                        ? "The workbook has no visible sheet."
                        : "The workbook has no sheet named " + wanted + "."));
  }

  private static String path(XlsxArchive archive, String id) throws IOException {
    Map<String, String> targets = new HashMap<>();
    try (SafeXml xml = new SafeXml(archive.get("xl/_rels/workbook.xml.rels"))) {
      while (xml.nextStart("Relationship")) {
        String key = xml.attribute("Id");
        String target = xml.attribute("Target");
        targets.put(key == null ? "" : key, target == null ? "" : target);
      }
    }
    String target = targets.getOrDefault(id, "worksheets/sheet1.xml");
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private record Entry(@Nullable String name, @Nullable String id, @Nullable String state) {}
}
