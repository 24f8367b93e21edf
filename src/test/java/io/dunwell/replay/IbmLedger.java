package io.dunwell.replay;

import io.dunwell.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The historic ledger as its file has it, read without any of our own code. */
record IbmLedger(Path file, List<Row> rows) {

  private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

  /** One invoice of the file. */
  record Row(
      String customer,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      BigDecimal amount,
      boolean disputed,
      LocalDate settledOn) {

    boolean openOn(LocalDate day) {
      return !issuedOn.isAfter(day) && settledOn.isAfter(day);
    }

    int daysOverdue(LocalDate day) {
      return (int) (day.toEpochDay() - dueOn.toEpochDay());
    }
  }

  static IbmLedger read() throws IOException {
    Path file =
        SharedData.file("ar-ledger/ibm/iamjenetzler__WA_Fn-UseC_-Accounts-Receivable.mdy.csv");
    List<Row> rows =
        Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(IbmLedger::row)
            .toList();
    return new IbmLedger(file, rows);
  }

  private static Row row(String[] cells) {
    return new Row(
        cells[1],
        cells[3],
        LocalDate.parse(cells[4], US),
        LocalDate.parse(cells[5], US),
        new BigDecimal(cells[6]),
        cells[7].equals("Yes"),
        LocalDate.parse(cells[8], US));
  }

  LocalDate firstDay() {
    return rows.stream().map(Row::issuedOn).min(LocalDate::compareTo).orElseThrow();
  }

  LocalDate lastDay() {
    return rows.stream().map(Row::settledOn).max(LocalDate::compareTo).orElseThrow();
  }
}
