package io.dunwell.exchange;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Files on their way into the books. */
@Service
public class Imports {

  /** How many problems a view shows; the others are asked for page by page. */
  public static final int PROBLEMS_SHOWN = 500;

  /**
   * A file to import.
   *
   * @param kind null if the profile says it
   * @param profile null for Dunwell's own layout of that kind
   * @param dateOrder {@code dmy} or {@code mdy}, the answer to {@code date.ambiguous}; else null
   */
  public record Order(
      @Nullable ImportKind kind,
      @Nullable String profile,
      @Nullable String dateOrder,
      boolean dryRun,
      String fileName) {

    /** As a form or a call asks for it, where what is not said may be missing or blank. */
    public static Order asked(
        @Nullable String kind,
        @Nullable String profile,
        @Nullable String dateOrder,
        boolean dryRun,
        @Nullable String fileName) {
      return new Order(
          kind == null || kind.isBlank() ? null : ImportKind.of(kind),
          profile,
          dateOrder,
          dryRun,
          fileName == null ? "upload" : fileName);
    }
  }

  private final ImportStore store;
  private final ImportReader reader;
  private final ImportIntake intake;
  private final Quarantine quarantine;
  private final Conflicts conflicts;
  private final ImportWorkers workers;
  private final TransactionTemplate transaction;
  private final ExchangeSettings settings;
  private final ApplicationEventPublisher events;

  Imports(
      ImportStore store,
      ImportReader reader,
      ImportIntake intake,
      Quarantine quarantine,
      Conflicts conflicts,
      ImportWorkers workers,
      TransactionTemplate transaction,
      ExchangeSettings settings,
      ApplicationEventPublisher events) {
    this.store = store;
    this.reader = reader;
    this.intake = intake;
    this.quarantine = quarantine;
    this.conflicts = conflicts;
    this.workers = workers;
    this.transaction = transaction;
    this.settings = settings;
    this.events = events;
  }

  /**
   * Takes a file in and starts to work on it.
   *
   * @return the import, done if that took no longer than a person waits, else running
   * @throws RuleViolation {@code profile.unknown}, {@code profile.field-missing}, {@code
   *     import.profile-or-kind}
   */
  public ImportView start(Order order, InputStream content, Actor by) {
    return start(order, content, by, settings.answerWithin());
  }

  /**
   * The same for somebody who watches its progress and waits only that long.
   *
   * @throws RuleViolation as {@link #start(Order, InputStream, Actor)}
   */
  public ImportView start(Order order, InputStream content, Actor by, Duration patience) {
    ImportId id = intake.take(order, content, by);
    workers.work(id, patience);
    return reader.view(id);
  }

  /**
   * The import as it stands.
   *
   * @throws RuleViolation {@code import.unknown}
   */
  public ImportView view(ImportId id) {
    return reader.view(id);
  }

  /** The imports, the latest first, without their problems. */
  public Page<ImportView> list(int page, int size) {
    return reader.list(page, size);
  }

  /** A page of an import's problems in the order of the file. */
  public Page<ImportProblem> problems(ImportId id, int page, int size) {
    return reader.problemPage(id, page, size);
  }

  /**
   * Stops an import after the chunk it is working on. What was booked stays.
   *
   * @throws RuleViolation {@code import.already-done}
   */
  public ImportView cancel(ImportId id, Actor by) {
    return cancel(id, by, settings.answerWithin());
  }

  /**
   * The same for somebody who waits only that long for the chunk to end.
   *
   * @throws RuleViolation as {@link #cancel(ImportId, Actor)}
   */
  public ImportView cancel(ImportId id, Actor by, Duration patience) {
    ImportView before = reader.view(id);
    transaction.executeWithoutResult(
        status -> {
          if (!store.cancel(id, by)) {
            throw new RuleViolation(
                "import.already-done",
                "The import of %s is done and cannot be stopped any more."
                    .formatted(before.fileName()));
          }
          store.revive(id);
          events.publishEvent(
              new Auditable(
                  by,
                  "import.cancelled",
                  "import",
                  id.toString(),
                  Map.of("file", before.fileName())));
        });
    workers.work(id, patience);
    return reader.view(id);
  }

  /** Goes on with an import that stopped before its end, behind its last finished chunk. */
  public ImportView resume(ImportId id, Actor by) {
    return resume(id, by, settings.answerWithin());
  }

  /** The same for somebody who watches its progress and waits only that long. */
  public ImportView resume(ImportId id, Actor by, Duration patience) {
    reader.view(id);
    transaction.executeWithoutResult(
        status -> {
          if (store.revive(id)) {
            events.publishEvent(
                new Auditable(by, "import.resumed", "import", id.toString(), Map.of()));
          }
        });
    workers.work(id, patience);
    return reader.view(id);
  }

  /** Writes the rows in quarantine as CSV: their cells as they were, the reason and the remedy. */
  public void writeQuarantine(ImportId id, OutputStream out) throws IOException {
    quarantine.write(id, out);
  }

  /** The conflicts of an import, decided and not. */
  public Page<ConflictView> conflicts(ImportId id, int page, int size) {
    return conflicts.list(id, page, size);
  }

  /**
   * Decides a conflict: the books stay as they are, or become what the file says.
   *
   * @throws RuleViolation {@code conflict.…} if there is none, it is decided, or money is allocated
   */
  public void decide(
      ImportId id, int row, ConflictView.Decision decision, String reason, Actor by) {
    transaction.executeWithoutResult(
        status -> conflicts.decide(reader.view(id), row, decision, reason, by));
  }
}
