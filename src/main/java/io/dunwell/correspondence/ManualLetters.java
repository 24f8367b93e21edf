package io.dunwell.correspondence;

import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters that people write of their own accord. They count as the account's letter of the day. */
@Service
@Transactional
public class ManualLetters {

  private static final List<LetterTemplate> ALLOWED =
      List.of(LetterTemplate.MANUAL, LetterTemplate.STATEMENT);

  private final Letters letters;
  private final Customers customers;
  private final AccountLines accounts;
  private final LetterPrinter printer;
  private final PdfPrinter pdfs;
  private final CorrespondenceSettings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ManualLetters(
      Letters letters,
      Customers customers,
      AccountLines accounts,
      LetterPrinter printer,
      PdfPrinter pdfs,
      CorrespondenceSettings settings,
      Clock clock,
      ApplicationEventPublisher events) {
    this.letters = letters;
    this.customers = customers;
    this.accounts = accounts;
    this.printer = printer;
    this.pdfs = pdfs;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Writes it today and puts it into the outbox.
   *
   * @throws RuleViolation {@code customer.unknown}, {@code letter.template}, {@code
   *     letter.subject}, {@code letter.text}, {@code letter.address}, {@code letter.already-today}
   */
  public LetterId write(ManualLetter manual, Actor by) {
    LetterTemplate template = LetterTemplate.of(manual.template());
    refuseIf(
        !ALLOWED.contains(template),
        "letter.template",
        "Only the templates manual and statement can be written by hand; the ladder writes the"
            + " others.");
    CustomerView customer =
        customers
            .byNumber(manual.customer())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "customer.unknown", "There is no customer " + manual.customer() + "."));
    String to = manual.toAddress() == null ? customer.email().orElse(null) : manual.toAddress();
    String problem = MailAddress.problem(to);
    refuseIf(problem != null, "letter.address", String.valueOf(problem));
    LetterFacts facts = facts(manual, template, customer);
    Locale language = manual.language() == null ? customer.language() : manual.language();
    LetterId id =
        letters.write(
            new NewLetter(
                customer.id(),
                manual.currency(),
                LocalDate.now(clock),
                template.key(),
                language,
                to,
                facts,
                by));
    events.publishEvent(
        new Auditable(
            by, "letter.written", "customer", customer.number(), Map.of("letter", id.toString())));
    return id;
  }

  /**
   * Prints the account's statement as it is today, for whoever asks. Nothing is written or sent.
   *
   * @throws RuleViolation {@code customer.unknown}
   */
  @Transactional(readOnly = true)
  public byte[] statement(CustomerId id, Currency currency) {
    CustomerView customer = customers.view(id);
    LetterTemplate template = LetterTemplate.STATEMENT;
    ManualLetter asked =
        new ManualLetter(customer.number(), currency, template.key(), null, null, null, null);
    FrozenLetter letter =
        new FrozenLetter(
            template,
            customer.language().toLanguageTag(),
            currency,
            LocalDate.now(clock),
            settings.sender(),
            facts(asked, template, customer));
    return pdfs.archive(
        printer.page(letter), printer.subject(letter), letter.sender().name(), letter.dated());
  }

  private LetterFacts facts(ManualLetter manual, LetterTemplate template, CustomerView customer) {
    Currency currency = manual.currency();
    List<AccountLines.Line> lines = accounts.open(customer.id(), currency, LocalDate.now(clock));
    Money zero = Money.zero(currency);
    return new LetterFacts(
        Addressee.of(customer, null),
        List.of(),
        those(lines, line -> free(line) && line.line().daysOverdue() > 0),
        those(lines, line -> line.held() && line.line().open().isPositive()),
        those(lines, line -> free(line) && line.line().daysOverdue() <= 0),
        those(lines, line -> line.line().open().isNegative()),
        accounts.unapplied(customer.id(), currency),
        zero,
        zero,
        null,
        note(manual, template));
  }

  private static boolean free(AccountLines.Line line) {
    return !line.held() && line.line().open().isPositive();
  }

  private static List<LetterLine> those(
      List<AccountLines.Line> lines, Predicate<AccountLines.Line> wanted) {
    return lines.stream().filter(wanted).map(AccountLines.Line::line).toList();
  }

  private static LetterFacts.@Nullable Note note(ManualLetter manual, LetterTemplate template) {
    String subject = manual.subject();
    String text = manual.text();
    refuseIf(
        subject != null && subject.chars().anyMatch(Character::isISOControl),
        "letter.subject",
        "A subject is one line of text; take the line break out.");
    if (template == LetterTemplate.STATEMENT) {
      return subject == null || text == null ? null : new LetterFacts.Note(subject, text);
    }
    if (subject == null || subject.isBlank() || subject.length() > 200) {
      throw new RuleViolation("letter.subject", "Give the letter a subject of up to 200 letters.");
    }
    if (text == null || text.isBlank() || text.length() > 20_000) {
      throw new RuleViolation("letter.text", "Write what the letter shall say.");
    }
    return new LetterFacts.Note(subject, text);
  }

  private static void refuseIf(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
