package io.dunwell.exchange;

import io.dunwell.shared.Books;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The threads that work on imports, in the books of whoever started them. */
@Component
class ImportWorkers implements DisposableBean {

  private static final int WORKERS = 2;

  private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
  private final ImportRuns runs;

  ImportWorkers(ImportRuns runs) {
    this.runs = runs;
    executor.setThreadNamePrefix("import-");
    executor.setCorePoolSize(WORKERS);
    executor.setMaxPoolSize(WORKERS);
    executor.setDaemon(true);
    executor.initialize();
  }

  /** Starts to work on the import and waits for its end, but no longer than a person does. */
  void work(ImportId id, Duration patience) {
    Books books = Books.current();
    Future<Boolean> run = executor.submit(() -> books.within(() -> runs.run(id)));
    try {
      run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // it goes on; who waits is told to ask again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void destroy() {
    executor.destroy();
  }
}
