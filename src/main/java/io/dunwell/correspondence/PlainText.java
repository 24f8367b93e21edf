package io.dunwell.correspondence;

/** A letter in plain text, for readers whose mail program shows nothing else. */
final class PlainText {

  private PlainText() {}

  static String of(Sheet sheet, Wording wording) {
    StringBuilder text = new StringBuilder(2000);
    line(text, wording.text(sheet.template() + ".title").toUpperCase(wording.locale()));
    line(
        text,
        sheet.addressee().name() + " · " + sheet.addressee().number() + " · " + sheet.dated());
    line(text, "");
    line(text, sheet.salutation());
    line(text, "");
    sheet.opening().forEach(paragraph -> line(text, paragraph + "\n"));
    line(text, wording.text("amount.due") + ": " + sheet.totalDue() + ", " + sheet.payBy());
    for (Sheet.Section section : sheet.sections()) {
      section(text, section, wording);
    }
    line(text, "");
    sheet.totals().forEach(total -> line(text, total.label() + ": " + total.amount()));
    line(text, wording.text("amount.due") + ": " + sheet.totalDue());
    line(text, "");
    sheet.closing().forEach(paragraph -> line(text, paragraph + "\n"));
    line(text, wording.text("pay.title"));
    sheet.sender().payTo().forEach(to -> line(text, to));
    line(text, wording.text("pay.quote", sheet.addressee().number()));
    line(text, "");
    line(text, wording.text("valediction"));
    line(text, sheet.sender().name());
    return text.toString();
  }

  private static void section(StringBuilder text, Sheet.Section section, Wording wording) {
    line(text, "");
    line(text, wording.text("section." + section.kind()) + ": " + section.sum());
    for (Sheet.Row row : section.rows()) {
      String remark = row.remark() == null ? "" : " (" + row.remark() + ")";
      line(text, "- " + row.number() + ", " + row.due() + ": " + row.open() + remark);
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
