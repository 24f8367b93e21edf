package io.dunwell.correspondence;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints letters from templates that ship with Dunwell. The engine is its own: it resolves nothing
 * but the letters' templates, and facts reach it as plain strings that are never evaluated.
 */
@Component
class LetterPrinter {

  private final ITemplateEngine engine;
  private final Wordings wordings;

  LetterPrinter(Wordings wordings) {
    this.wordings = wordings;
    this.engine = PrintTemplates.in("templates/letters/", wordings.messages());
  }

  /** The mail's subject line: one line, whatever the facts contain. */
  String subject(FrozenLetter letter) {
    LetterFacts.Note note = letter.facts().note();
    if (note != null) {
      return oneLine(note.subject());
    }
    Wording wording = wordings.of(letter.language());
    return oneLine(
        wording.text(
            letter.template().key() + ".subject",
            letter.sender().name(),
            letter.facts().addressee().number(),
            wording.amount(letter.facts().totalDue()),
            letter.facts().firstNumber()));
  }

  /** The letter as the mail's body. */
  String html(FrozenLetter letter) {
    return print("mail", letter);
  }

  /** The letter as the page that becomes its PDF. */
  String page(FrozenLetter letter) {
    return print("page", letter);
  }

  /** The letter as the mail's plain text. */
  String text(FrozenLetter letter) {
    Wording wording = wordings.of(letter.language());
    return PlainText.of(Sheets.of(letter, wording), wording);
  }

  private String print(String shell, FrozenLetter letter) {
    Wording wording = wordings.of(letter.language());
    Context context = new Context(wording.locale());
    context.setVariable("letter", Sheets.of(letter, wording));
    context.setVariable("subject", subject(letter));
    return XmlText.clean(engine.process(shell, context));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
