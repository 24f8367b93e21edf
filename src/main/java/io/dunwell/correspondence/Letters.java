package io.dunwell.correspondence;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with letters. Writing one keeps its exact bytes and reserves its sending, both
 * in the caller's transaction; nothing leaves the building before that is committed.
 */
@Service
@Transactional
public class Letters {

  private final LetterPrinter printer;
  private final Freezer freezer;
  private final LetterStore store;
  private final Enclosures enclosures;
  private final LetterQueries queries;
  private final LetterBytes bytes;
  private final Mails mails;
  private final Outbox outbox;
  private final CorrespondenceSettings settings;
  private final ApplicationEventPublisher events;

  Letters(
      LetterPrinter printer,
      Freezer freezer,
      LetterStore store,
      Enclosures enclosures,
      LetterQueries queries,
      LetterBytes bytes,
      Mails mails,
      Outbox outbox,
      CorrespondenceSettings settings,
      ApplicationEventPublisher events) {
    this.printer = printer;
    this.freezer = freezer;
    this.store = store;
    this.enclosures = enclosures;
    this.queries = queries;
    this.bytes = bytes;
    this.mails = mails;
    this.outbox = outbox;
    this.settings = settings;
    this.events = events;
  }

  /**
   * Writes a letter.
   *
   * @throws RuleViolation {@code letter.already-today}, {@code letter-template.unknown}
   */
  public LetterId write(NewLetter letter) {
    return writeAll(List.of(letter)).get(0);
  }

  /**
   * Writes many letters, all or none. What belongs to one and is too much for a mail is named in it
   * and noted as an act.
   *
   * @return their ids, in the order of {@code letters}
   * @throws RuleViolation as {@link #write}
   */
  public List<LetterId> writeAll(List<NewLetter> letters) {
    List<Enclosures.Choice> choices = enclosures.choose(letters);
    List<LetterStore.Written> written =
        IntStream.range(0, letters.size())
            .mapToObj(i -> written(letters.get(i), choices.get(i)))
            .toList();
    store.insert(written);
    enclosures.enclose(written);
    written.forEach(this::tellLeftOut);
    return written.stream().map(LetterStore.Written::id).toList();
  }

  /**
   * Withdraws a letter: it stays readable, and if it has not left it never will.
   *
   * @throws RuleViolation {@code letter.unknown}, {@code letter.already-withdrawn}, {@code
   *     letter.being-sent}
   */
  public void withdraw(LetterId id, String reason, Actor by) {
    store.withdraw(id, reason, by);
    events.publishEvent(
        new Auditable(by, "letter.withdrawn", "letter", id.toString(), Map.of("reason", reason)));
  }

  /**
   * The letter as it stands.
   *
   * @throws RuleViolation {@code letter.unknown}
   */
  @Transactional(readOnly = true)
  public LetterView view(LetterId id) {
    return queries.view(id);
  }

  /**
   * The exact bytes of the mail's HTML body.
   *
   * @throws RuleViolation {@code letter.unknown}, {@code letter.retention-ended}
   */
  @Transactional(readOnly = true)
  public byte[] html(LetterId id) {
    return bytes.html(id);
  }

  /**
   * The exact bytes of the letter's PDF: printed from the frozen facts when first asked for, the
   * same ever after.
   *
   * @throws RuleViolation {@code letter.unknown}, {@code letter.retention-ended}
   */
  public byte[] pdf(LetterId id) {
    return bytes.pdf(id);
  }

  /**
   * The whole mail as it leaves, or would leave.
   *
   * @throws RuleViolation {@code letter.unknown}, {@code letter.retention-ended}
   */
  public byte[] eml(LetterId id) {
    return mails.eml(id);
  }

  /** Whose letters these are. */
  public Letterhead letterhead() {
    return settings.sender();
  }

  /** Whether a mail server is configured; without one letters stay in the outbox. */
  public boolean mailConfigured() {
    return settings.smtp().configured();
  }

  /**
   * Keeps a letter's bytes beyond their retention, or no longer.
   *
   * @throws RuleViolation {@code letter.unknown}
   */
  public void hold(LetterId id, boolean held, Actor by) {
    queries.view(id);
    store.hold(id, held);
    String act = held ? "letter.held" : "letter.unheld";
    events.publishEvent(new Auditable(by, act, "letter", id.toString(), Map.of()));
  }

  /**
   * Drops the bytes of letters whose retention has ended and that nobody holds; hashes stay.
   *
   * @return of how many letters
   */
  public int endRetention(LocalDate day) {
    return store.endRetention(day);
  }

  /** The name under which the PDF goes out. */
  @Transactional(readOnly = true)
  public String fileName(LetterId id) {
    return bytes.fileName(id);
  }

  /**
   * Letters, page by page.
   *
   * @param sort {@code dated}, {@code customer}, {@code template}, {@code state} or {@code sent}, a
   *     minus before it for descending; null or anything else for the newest first
   */
  @Transactional(readOnly = true)
  public Page<LetterView> list(LetterQuery query, @Nullable String sort, int page, int size) {
    LetterOrder order = LetterOrder.of(sort);
    return queries.list(query, order, Math.max(page, 0), Math.min(Math.max(size, 1), 500));
  }

  /** How many letters are in each state; states without any are left out. */
  @Transactional(readOnly = true)
  public Map<DispatchState, Long> counts() {
    return queries.counts();
  }

  /** The letter's way out, step by step. */
  @Transactional(readOnly = true)
  public List<LetterStep> steps(LetterId id) {
    queries.view(id);
    return queries.steps(id);
  }

  /**
   * A person's word on a letter that nobody knows to have left, that failed, or that is too old to
   * leave by itself.
   *
   * @param to another address to send it to, or null for the one it has
   * @throws RuleViolation {@code letter.nothing-to-resolve}, {@code letter.address}, {@code
   *     letter.replaced}, {@code letter.unknown}
   */
  public void resolve(LetterId id, Resolution resolution, @Nullable String to, Actor by) {
    String problem = to == null ? null : MailAddress.problem(to);
    if (problem != null) {
      throw new RuleViolation("letter.address", problem);
    }
    if (resolution == Resolution.SENT) {
      outbox.settle(id, by);
    } else {
      outbox.release(id, to, by);
    }
    String act = resolution == Resolution.SENT ? "letter.found-sent" : "letter.released";
    events.publishEvent(new Auditable(by, act, "letter", id.toString(), Map.of()));
  }

  private void tellLeftOut(LetterStore.Written written) {
    List<String> names = written.choice().leftOut();
    if (!names.isEmpty()) {
      events.publishEvent(
          new Auditable(
              written.letter().by(),
              "letter.enclosures-left-out",
              "letter",
              written.id().toString(),
              Map.of("names", String.join(", ", names))));
    }
  }

  private LetterStore.Written written(NewLetter letter, Enclosures.Choice choice) {
    FrozenLetter frozen =
        new FrozenLetter(
            LetterTemplate.of(letter.template()),
            letter.language().toLanguageTag(),
            letter.currency(),
            letter.dated(),
            settings.sender(),
            letter.facts(),
            choice.leftOut());
    return new LetterStore.Written(
        LetterId.next(),
        letter,
        choice,
        printer.subject(frozen),
        freezer.freeze(frozen),
        printer.html(frozen));
  }
}
