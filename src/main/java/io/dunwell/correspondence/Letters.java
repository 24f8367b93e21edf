package io.dunwell.correspondence;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Map;
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
  private final LetterQueries queries;
  private final CorrespondenceSettings settings;
  private final ApplicationEventPublisher events;

  Letters(
      LetterPrinter printer,
      Freezer freezer,
      LetterStore store,
      LetterQueries queries,
      CorrespondenceSettings settings,
      ApplicationEventPublisher events) {
    this.printer = printer;
    this.freezer = freezer;
    this.store = store;
    this.queries = queries;
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
   * Writes many letters, all or none.
   *
   * @return their ids, in the order of {@code letters}
   * @throws RuleViolation as {@link #write}
   */
  public List<LetterId> writeAll(List<NewLetter> letters) {
    List<LetterStore.Written> written = letters.stream().map(this::written).toList();
    store.insert(written);
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
    return queries.html(id);
  }

  private LetterStore.Written written(NewLetter letter) {
    FrozenLetter frozen =
        new FrozenLetter(
            LetterTemplate.of(letter.template()),
            letter.language().toLanguageTag(),
            letter.currency(),
            letter.dated(),
            settings.sender(),
            letter.facts());
    return new LetterStore.Written(
        LetterId.next(),
        letter,
        printer.subject(frozen),
        freezer.freeze(frozen),
        printer.html(frozen));
  }
}
