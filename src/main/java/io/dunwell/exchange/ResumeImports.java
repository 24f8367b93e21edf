package io.dunwell.exchange;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with imports of the live books whose worker has died, on this node or another. */
@Component
class ResumeImports {

  private final ImportLeases leases;
  private final ImportRuns runs;

  ResumeImports(ImportLeases leases, ImportRuns runs) {
    this.leases = leases;
    this.runs = runs;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15S")
  void resume() {
    leases.waiting().forEach(runs::run);
  }
}
