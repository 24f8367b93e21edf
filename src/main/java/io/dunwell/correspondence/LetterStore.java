package io.dunwell.correspondence;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts written letters into the books, many at a time, and reserves their sending. */
@Component
class LetterStore {

  private static final String LETTER =
      """
      insert into correspondence.letter
        (id, customer, currency, dated, template, language, subject, facts, html, html_sha256,
         retain_until, written_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String DISPATCH =
      """
      insert into correspondence.dispatch (letter, customer, dated, to_address)
      values (?, ?, ?, ?)""";

  private static final String WITHDRAW =
      """
      update correspondence.letter
         set stands = false, withdrawn_because = ?, withdrawn_by = ?,
             withdrawn_at = clock_timestamp()
       where id = ?""";

  private static final String UNSEND =
      """
      update correspondence.dispatch set state = 'withdrawn', version = version + 1
       where letter = ? and state in ('reserved', 'failed', 'ambiguous')""";

  private final JdbcTemplate jdbc;
  private final LetterQueries queries;
  private final CorrespondenceSettings settings;

  LetterStore(JdbcTemplate jdbc, LetterQueries queries, CorrespondenceSettings settings) {
    this.jdbc = jdbc;
    this.queries = queries;
    this.settings = settings;
  }

  /** A letter ready to be kept. */
  record Written(
      LetterId id,
      NewLetter letter,
      Enclosures.Choice choice,
      String subject,
      String facts,
      String html) {}

  void insert(List<Written> letters) {
    try {
      jdbc.batchUpdate(LETTER, letters.stream().map(this::letterRow).toList());
    } catch (DuplicateKeyException e) {
      throw new RuleViolation(
          "letter.already-today",
          "This customer already has a letter of that day in that currency; one a day is enough.");
    }
    jdbc.batchUpdate(DISPATCH, letters.stream().map(LetterStore::dispatchRow).toList());
  }

  void withdraw(LetterId id, String reason, Actor by) {
    LetterQueries.Standing standing = queries.lock(id);
    if (standing.withdrawn()) {
      throw new RuleViolation("letter.already-withdrawn", "This letter is withdrawn already.");
    }
    if (standing.state() == DispatchState.SENDING) {
      throw new RuleViolation(
          "letter.being-sent",
          "This letter is leaving at this very moment; try again in a minute.");
    }
    jdbc.update(WITHDRAW, reason, by.name(), id.value());
    jdbc.update(UNSEND, id.value());
  }

  void hold(LetterId id, boolean held) {
    jdbc.update("update correspondence.letter set legal_hold = ? where id = ?", held, id.value());
  }

  int endRetention(LocalDate day) {
    return jdbc.update(
        """
        update correspondence.letter set facts = null, html = null, pdf = null
         where facts is not null and retain_until <= ? and not legal_hold""",
        day);
  }

  private Object[] letterRow(Written written) {
    NewLetter letter = written.letter();
    byte[] html = written.html().getBytes(StandardCharsets.UTF_8);
    return new Object[] {
      written.id().value(),
      letter.customer().value(),
      letter.currency().getCurrencyCode(),
      letter.dated(),
      letter.template(),
      letter.language().toLanguageTag(),
      written.subject(),
      written.facts(),
      html,
      Sha256.of(html),
      letter.dated().plus(settings.retention()),
      letter.by().name()
    };
  }

  private static Object[] dispatchRow(Written written) {
    return new Object[] {
      written.id().value(),
      written.letter().customer().value(),
      written.letter().dated(),
      written.letter().toAddress()
    };
  }
}
