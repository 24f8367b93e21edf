package io.dunwell.exchange;

import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works through imports. Whoever has the lease of one works on it, nobody else. */
@Component
class ImportRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
  private static final int MOST_ATTEMPTS = 5;

  private final ImportLeases leases;
  private final ImportStore store;
  private final Uploads uploads;
  private final Profiles profiles;
  private final Chunks chunks;
  private final TransactionTemplate transaction;
  private final ExchangeSettings settings;
  private final ApplicationEventPublisher events;

  ImportRuns(
      ImportLeases leases,
      ImportStore store,
      Uploads uploads,
      Profiles profiles,
      Chunks chunks,
      TransactionTemplate transaction,
      ExchangeSettings settings,
      ApplicationEventPublisher events) {
    this.leases = leases;
    this.store = store;
    this.uploads = uploads;
    this.profiles = profiles;
    this.chunks = chunks;
    this.transaction = transaction;
    this.settings = settings;
    this.events = events;
  }

  /** Works on the import until it is done; false if another worker has it or it is done. */
  boolean run(ImportId id) {
    String worker = Ids.next().toString();
    Optional<ImportLeases.Job> leased = leases.lease(id, worker, settings.lease());
    leased.ifPresent(job -> work(job, worker));
    return leased.isPresent();
  }

  private void work(ImportLeases.Job job, String worker) {
    try {
      Path file = uploads.spool(job.id());
      try {
        if (job.kind() == ImportKind.PROOFS) {
          throughArchive(job, worker, file);
        } else {
          through(job, worker, file, null);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (RuleViolation refusal) {
      LOG.info("Import {} of {} refused: {}", job.id(), job.fileName(), refusal.sentence());
      end(job, ImportStatus.REFUSED, refusal.code(), refusal.sentence());
    } catch (Chunks.LeaseLost taken) {
      LOG.info("Import {} goes on elsewhere", job.id());
    } catch (IOException | RuntimeException broken) {
      LOG.error("Import {} broke down, attempt {}", job.id(), job.attempts(), broken);
      giveUpOrPause(job, worker);
    }
  }

  private void throughArchive(ImportLeases.Job job, String worker, Path path) throws IOException {
    try (ProofArchive archive = ProofArchive.open(path)) {
      Path index = archive.index();
      try {
        through(job, worker, index, archive);
      } finally {
        Files.deleteIfExists(index);
      }
    }
  }

  private void through(
      ImportLeases.Job job, String worker, Path path, @Nullable ProofArchive archive)
      throws IOException {
    Profile profile = profiles.get(job.profile(), job.profileVersion()).profile();
    ProfileCheck.needFields(profile, job.kind());
    MappedFile file = MappedFile.scan(path, profile, DateOrder.of(job.dateOrder()), archive);
    transaction.executeWithoutResult(
        status -> {
          store.scanned(job.id(), file.mapping().layout().titles(), file.size());
          if (job.dryRun()) {
            store.restart(job.id());
          }
        });
    LOG.info("Import {} of {}: {} rows", job.id(), job.fileName(), file.size());
    boolean complete = chunks.work(job, worker, file);
    end(job, complete ? ImportStatus.FINISHED : ImportStatus.CANCELLED, null, null);
    LOG.info("Import {} of {} {}", job.id(), job.fileName(), complete ? "finished" : "cancelled");
  }

  private void giveUpOrPause(ImportLeases.Job job, String worker) {
    if (job.attempts() >= MOST_ATTEMPTS) {
      end(
          job,
          ImportStatus.FAILED,
          "import.failed",
          "It broke down %d times; what was booked before stays. Look into the log, then resume it."
              .formatted(MOST_ATTEMPTS));
    } else {
      leases.giveBack(job.id(), worker, Duration.ofSeconds(5L * job.attempts()));
    }
  }

  private void end(
      ImportLeases.Job job, ImportStatus status, @Nullable String code, @Nullable String sentence) {
    Consumer<Object> work =
        ignored -> {
          store.finish(job.id(), status, code, sentence);
          if (status != ImportStatus.FAILED) {
            uploads.drop(job.id());
          }
          events.publishEvent(
              new Auditable(
                  job.by(),
                  "import." + status.name().toLowerCase(java.util.Locale.ROOT),
                  "import",
                  job.id().toString(),
                  Map.of("file", job.fileName(), "dryRun", String.valueOf(job.dryRun()))));
        };
    transaction.executeWithoutResult(work::accept);
  }
}
