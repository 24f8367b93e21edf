package io.dunwell;

import io.dunwell.platform.BooksDataSource;
import io.dunwell.platform.BooksDatabases;
import io.dunwell.shared.Books;
import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Fresh books for tests, created while the test before still runs. Copying a database takes longer
 * than most tests do.
 */
@Component
@Lazy
class BookShelf {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int AHEAD = 2;

  private final BooksDatabases databases;
  private final BooksDataSource dataSource;
  private final ExecutorService clerk =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "book-shelf"));
  private final Deque<Future<Books>> ready = new ArrayDeque<>();

  BookShelf(BooksDatabases databases, BooksDataSource dataSource) {
    this.databases = databases;
    this.dataSource = dataSource;
  }

  /** Books that nobody has worked in. */
  synchronized Books take() {
    while (ready.size() <= AHEAD) {
      ready.add(clerk.submit(this::create));
    }
    try {
      return ready.remove().get();
    } catch (Exception e) {
      throw new IllegalStateException("No fresh books", e);
    }
  }

  /** Keeps books that stayed as they were for the next test, and drops all others. */
  synchronized void giveBack(Books books) {
    if (dataSource.opened(books)) {
      clerk.execute(() -> databases.drop(books));
    } else {
      ready.addFirst(CompletableFuture.completedFuture(books));
    }
  }

  @PreDestroy
  void empty() throws Exception {
    for (Future<Books> each : ready) {
      if (each.isDone() || !each.cancel(false)) {
        databases.drop(each.get());
      }
    }
    clerk.shutdown();
    if (!clerk.awaitTermination(1, TimeUnit.MINUTES)) {
      clerk.shutdownNow();
    }
  }

  private Books create() {
    Books books =
        Books.ofReplay("t" + ProcessHandle.current().pid() + "n" + COUNT.incrementAndGet());
    databases.create(books);
    return books;
  }
}
