package io.dunwell.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTests {

  private static final String NS =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path dir;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFound(String delimiter) throws IOException {
    String text = "number,name\n1,\"a,b;c|d\te\"\n2,x\n".replace("number,name", "number~name");
    text = text.replace("1,\"", "1~\"").replace("2,x", "2~x").replace("~", delimiter);
    assertThat(rows(text.getBytes(UTF_8)))
        .containsExactly(List.of("number", "name"), List.of("1", "a,b;c|d\te"), List.of("2", "x"));
  }

  @Test
  void everyEncodingIsFound() throws IOException {
    String text = "name;amount\nMüller & Söhne €;1,00\n";
    List<List<String>> expected =
        List.of(List.of("name", "amount"), List.of("Müller & Söhne €", "1,00"));
    assertThat(rows(text.getBytes(UTF_8))).isEqualTo(expected);
    assertThat(rows(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(expected);
    assertThat(rows(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(expected);
    assertThat(rows(("\uFEFF" + text).getBytes(UTF_16BE))).isEqualTo(expected);
    assertThat(rows(text.getBytes(UTF_16LE))).isEqualTo(expected);
    assertThat(rows(text.getBytes("windows-1252"))).isEqualTo(expected);
    assertThat(rows("a;b\nÄ;ß\n".getBytes(ISO_8859_1)).get(1)).containsExactly("Ä", "ß");
  }

  @Test
  void aNamedEncodingThatDoesNotFitIsRefused() throws IOException {
    Path file = write("a;b\nÄ;ß\n".getBytes(ISO_8859_1));
    SheetFormat utf8 = new SheetFormat("UTF-8", null, null, null);
    assertRefused("file.encoding", () -> read(file, utf8));
  }

  @Test
  void quotedCellsHoldLineBreaksAndQuotesAndRowsAreCountedAsASheetDoes() throws IOException {
    Path file = write("a,b\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\r\n\r\n,\r\n3,4".getBytes(UTF_8));
    List<SheetRow> rows = read(file, SheetFormat.DETECTED);
    assertThat(rows.get(1).texts()).containsExactly("x\r\ny", "say \"hi\"");
    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 5);
  }

  @Test
  void whatIsNoTableIsRefusedWithTheReason() throws IOException {
    assertRefused("file.empty", () -> rows(new byte[0]));
    assertRefused("file.quote-open", () -> rows("a,b\n1,\"2\n3,4\n".getBytes(UTF_8)));
    assertRefused("file.not-a-table", () -> rows(new byte[] {1, 0, 0, 2, 0, 7}));
    assertRefused("file.not-a-table", () -> rows("%PDF-1.7".getBytes(UTF_8)));
    assertRefused("file.old-excel", () -> rows(HexFormat.of().parseHex("d0cf11e0a1b11ae1")));
    assertRefused("file.broken-zip", () -> rows("PK\3\4nothing".getBytes(UTF_8)));
    assertRefused("file.not-a-table", () -> rows(zip("readme.txt", "hello")));
    assertRefused("file.cell-too-long", () -> rows(("a,\"" + "x".repeat(200_000)).getBytes(UTF_8)));
  }

  @Test
  void aWorkbookGivesStoredValuesDatesAndIdentifiersWithTheirZeros() throws IOException {
    String sheet =
        """
        <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>
        <row r="3"><c r="A3" s="2"><v>42</v></c><c r="B3" s="1"><v>45157</v></c>\
        <c r="C3"><v>6160.4799999999996</v></c><c r="D3"><f>1+1</f><v>2</v></c>\
        <c r="E3"><f>NOW()</f></c><c r="F3" t="e"><v>#REF!</v></c>\
        <c r="H3"><v>1.930438491E9</v></c><c r="I3"><v>1E999999999</v></c>\
        <c r="J3" t="b"><v>1</v></c><c r="K3" t="str"><f>A1</f><v>text</v></c>\
        <c r="L3" s="1"><v>45157.5</v></c></row>
        """;
    List<SheetRow> rows = read(write(workbook(sheet)), SheetFormat.DETECTED);
    assertThat(rows.get(1).number()).isEqualTo(3);
    assertThat(rows.get(1).texts())
        .containsExactly(
            "0000000042",
            "2023-08-19",
            "6160.48",
            "2",
            "(formula)",
            "#REF!",
            "",
            "1930438491",
            "1E999999999",
            "true",
            "text",
            "2023-08-19T12:00");
    assertThat(rows.get(1).cells())
        .extracting(Cell::kind)
        .startsWith(CellKind.NUMBER, CellKind.DATE, CellKind.NUMBER, CellKind.NUMBER)
        .contains(CellKind.UNCALCULATED, CellKind.ERROR);
  }

  @Test
  void externalEntitiesAndDocumentTypesAreRefused() throws IOException {
    Path secret = Files.writeString(dir.resolve("secret"), "top secret");
    String xxe =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><worksheet%s><sheetData><row><c t=\"str\"><v>&e;"
                .formatted(secret.toUri(), NS)
            + "</v></c></row></sheetData></worksheet>";
    assertRefused("file.dangerous-xml", () -> rows(parts(xxe, "<styleSheet%s/>".formatted(NS))));
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><styleSheet>&b;</styleSheet>";
    assertRefused(
        "file.dangerous-xml", () -> rows(parts("<worksheet><sheetData/></worksheet>", laughs)));
  }

  @Test
  void aZipBombIsRefusedBeforeItUnpacks() {
    String row = "<row><c t=\"inlineStr\"><is><t>" + "0".repeat(50_000) + "</t></is></c></row>";
    assertRefused("file.zip-bomb", () -> rows(workbook(row.repeat(2_000))));
  }

  @Test
  void aSheetIsChosenByName() {
    SheetFormat other = new SheetFormat(null, null, null, "Nowhere");
    assertRefused("file.sheet-unknown", () -> read(write(workbook("")), other));
  }

  private List<List<String>> rows(byte[] file) throws IOException {
    return read(write(file), SheetFormat.DETECTED).stream().map(SheetRow::texts).toList();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(dir.resolve("table"), bytes);
  }

  private static List<SheetRow> read(Path file, SheetFormat format) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    try (Sheet sheet = Sheets.open(file, format)) {
      SheetRow row = sheet.next();
      while (row != null) {
        rows.add(row);
        row = sheet.next();
      }
    }
    return rows;
  }

  private static byte[] workbook(String rows) throws IOException {
    return parts(
        "<worksheet%s><sheetData>%s</sheetData></worksheet>".formatted(NS, rows),
        """
        <styleSheet%s><numFmts><numFmt numFmtId="165" formatCode="YYYY-MM-DD HH:MM:SS"/>\
        <numFmt numFmtId="166" formatCode="0000000000"/></numFmts><cellXfs><xf numFmtId="0"/>\
        <xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>"""
            .formatted(NS));
  }

  private static byte[] parts(String sheet, String styles) throws IOException {
    return zip(
        "xl/workbook.xml",
        "<workbook%s><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\" xmlns:r=\"r\"/></sheets></workbook>"
            .formatted(NS),
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        "xl/worksheets/sheet1.xml",
        sheet,
        "xl/styles.xml",
        styles);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
