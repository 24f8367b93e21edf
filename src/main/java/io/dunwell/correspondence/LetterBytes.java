package io.dunwell.correspondence;

import org.springframework.stereotype.Component;

/** The exact bytes of written letters: read where they are kept, printed where not yet. */
@Component
class LetterBytes {

  private final LetterQueries queries;
  private final Freezer freezer;
  private final LetterPrinter printer;
  private final PdfPrinter pdfs;

  LetterBytes(LetterQueries queries, Freezer freezer, LetterPrinter printer, PdfPrinter pdfs) {
    this.queries = queries;
    this.freezer = freezer;
    this.printer = printer;
    this.pdfs = pdfs;
  }

  byte[] html(LetterId id) {
    return queries.html(id);
  }

  /** The letter in plain text, from its frozen facts. */
  String text(LetterId id) {
    return printer.text(freezer.thaw(queries.facts(id)));
  }

  byte[] pdf(LetterId id) {
    return queries.pdf(id).orElseGet(() -> printAndKeep(id));
  }

  /** The name under which the PDF goes out. */
  String fileName(LetterId id) {
    LetterView letter = queries.view(id);
    return letter.template() + "-" + letter.dated() + "-" + letter.currency() + ".pdf";
  }

  private byte[] printAndKeep(LetterId id) {
    FrozenLetter letter = freezer.thaw(queries.facts(id));
    String subject = printer.subject(letter);
    byte[] printed =
        pdfs.archive(printer.page(letter), subject, letter.sender().name(), letter.dated());
    queries.keepPdf(id, printed);
    return queries.pdf(id).orElse(printed);
  }
}
