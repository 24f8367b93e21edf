package io.dunwell.replay;

import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs replays in the background, one after the other, day by day. */
@Component
class ReplayRunner implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

  private final ReplayRows rows;
  private final ReplayDays days;
  private final ReplayReports reports;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "replay");
            thread.setDaemon(true);
            return thread;
          });

  ReplayRunner(ReplayRows rows, ReplayDays days, ReplayReports reports) {
    this.rows = rows;
    this.days = days;
    this.reports = reports;
  }

  void start(Replay replay) {
    var unused = thread.submit(() -> run(replay));
  }

  private void run(Replay replay) {
    ReplayId id = replay.id();
    try {
      boolean stopped =
          id.books()
              .within(
                  () -> {
                    days.prepare(replay);
                    return through(replay);
                  });
      ReplayReport report = id.books().within(() -> reports.of(replay));
      rows.end(id, stopped ? ReplayStatus.STOPPED : ReplayStatus.FINISHED, null, report);
      LOG.info(
          "Replay {} of {} {}",
          id.value(),
          replay.request().fileName(),
          stopped ? "was stopped" : "has finished");
    } catch (RuleViolation refusal) {
      LOG.warn("Replay {} was refused: {}", id.value(), refusal.sentence());
      rows.end(id, ReplayStatus.FAILED, refusal.sentence(), null);
    } catch (RuntimeException e) {
      LOG.error("Replay {} failed", id.value(), e);
      rows.end(id, ReplayStatus.FAILED, "It failed unexpectedly; the log says why.", null);
    }
  }

  /** True if someone stopped it. */
  private boolean through(Replay replay) {
    LocalDate last = replay.request().to();
    for (LocalDate day = replay.request().from(); !day.isAfter(last); day = day.plusDays(1)) {
      days.live(replay, day);
      if (rows.dayDone(replay.id(), day)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
