package io.dunwell.exchange;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with imports of the live books whose worker has died, on this node or another. */
@Component
class ResumeImports {

  private final ImportStore store;
  private final ImportRuns runs;

  ResumeImports(ImportStore store, ImportRuns runs) {
    this.store = store;
    this.runs = runs;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15S")
  void resume() {
    store.waiting().forEach(runs::run);
  }
}
