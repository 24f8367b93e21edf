package io.dunwell.shared.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name"), Column.date("on"), Column.amount("amount"), Column.number("count"));

  @Test
  void csvHasTitlesQuotesAndPlainNumbers() throws IOException {
    String csv =
        csv("Bloggs, \"Joe\"\nLtd", LocalDate.of(2026, 1, 2), Money.of("-1234.50", "EUR"), 7L);
    assertThat(csv)
        .isEqualTo(
            "name,on,amount,count\r\n\"Bloggs, \"\"Joe\"\"\nLtd\",2026-01-02,-1234.50,7\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uFF1D1"})
  void noTextStartsAFormula(String evil) throws IOException {
    assertThat(csv(evil, null, null, null).lines().skip(1).findFirst().orElseThrow())
        .matches("\"?'.*");
    Cell cell = xlsx(evil, null, null, null).getCell(0);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getFormula()).isNull();
    assertThat(cell.asString()).startsWith("'");
    assertThat(Formulas.restored(Formulas.neutralised(evil))).isEqualTo(evil);
  }

  @Test
  void numbersAndDatesStayNumbersAndDatesInExcel() throws IOException {
    Row row = xlsx("a", LocalDate.of(2026, 1, 2), new BigDecimal("-12345678901.25"), 3);
    assertThat(row.getCell(1).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("-12345678901.25");
    assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("3");
  }

  @Test
  void aRowHasAsManyCellsAsColumns() {
    assertThatThrownBy(() -> csv("too few")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String csv(@Nullable Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Table table = Table.csv(out, COLUMNS)) {
      table.row(cells);
    }
    return out.toString(UTF_8);
  }

  private static Row xlsx(@Nullable Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Table table = Table.xlsx(out, "Ageing: 2026/01", COLUMNS)) {
      table.row(cells);
    }
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return book.getFirstSheet().read().get(1);
    }
  }
}
