package io.dunwell.exchange;

import io.dunwell.party.NewCustomer;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books a file in chunks. Each is one transaction together with how far it got: all or nothing. */
@Component
class Chunks {

  /** Another worker has taken the import over. */
  static final class LeaseLost extends RuntimeException {
    LeaseLost() {
      super(null, null, false, false);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Chunks.class);
  private static final int CHUNKS_PER_LOG_LINE = 25;

  private final ImportStore store;
  private final LedgerBooking ledger;
  private final ReceiptBooking receipts;
  private final CustomerBooking customers;
  private final TransactionTemplate transaction;
  private final ExchangeSettings settings;

  Chunks(
      ImportStore store,
      LedgerBooking ledger,
      ReceiptBooking receipts,
      CustomerBooking customers,
      TransactionTemplate transaction,
      ExchangeSettings settings) {
    this.store = store;
    this.ledger = ledger;
    this.receipts = receipts;
    this.customers = customers;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** Works from behind the last finished chunk to the end; false if somebody stopped it. */
  boolean work(ImportStore.Job job, String worker, MappedFile file) throws IOException {
    return switch (job.kind()) {
      case LEDGER, INVOICES -> this.<HistoricRow>work(job, worker, file, ledger);
      case RECEIPTS -> this.<ReceiptRow>work(job, worker, file, receipts);
      case CUSTOMERS -> this.<NewCustomer>work(job, worker, file, customers);
    };
  }

  private <T> boolean work(ImportStore.Job job, String worker, MappedFile file, Booking<T> booking)
      throws IOException {
    Run run = Run.of(job.id(), job.kind(), job.dryRun(), file.mapping().profile(), job.by());
    Booking.Reader<T> reader = booking.reader(file.mapping(), job.kind());
    int cursor = job.dryRun() ? 0 : job.cursor();
    List<Booking.Read<T>> chunk = new ArrayList<>(settings.chunkRows());
    int done = 0;
    try (MappedFile.Rows rows = file.open()) {
      for (RowCells row = rows.next(); row != null; row = rows.next()) {
        // rows of finished chunks are read too: later ones may be their twins
        T value = reader.read(row);
        if (row.number() > cursor) {
          chunk.add(new Booking.Read<>(row, value));
        }
        if (chunk.size() == settings.chunkRows()) {
          if (!book(run, worker, booking, chunk)) {
            return false;
          }
          chunk.clear();
          log(job, ++done, row.number(), file.size());
        }
      }
    }
    return book(run, worker, booking, chunk);
  }

  private <T> boolean book(Run run, String worker, Booking<T> booking, List<Booking.Read<T>> rows) {
    try {
      Boolean goesOn = transaction.execute(status -> bookInTransaction(run, worker, booking, rows));
      return Objects.requireNonNull(goesOn);
    } catch (RuleViolation refusal) {
      return rows.size() == 1
          ? reject(run, worker, rows.get(0).row(), refusal)
          : halves(run, worker, booking, rows);
    }
  }

  private <T> boolean bookInTransaction(
      Run run, String worker, Booking<T> booking, List<Booking.Read<T>> rows) {
    if (held(run, worker).cancelledBy() != null) {
      return false;
    }
    if (!rows.isEmpty()) {
      Tally tally = new Tally();
      booking.book(run, rows, tally);
      store.progress(run.id(), rows.get(rows.size() - 1).row().number(), rows.size(), tally);
      if (!run.dryRun()) {
        store.resent(rows.stream().flatMap(each -> each.row().resent().stream()).toList());
      }
    }
    return true;
  }

  /** Somewhere in the rows is one that the books refuse: smaller chunks close in on it. */
  private <T> boolean halves(
      Run run, String worker, Booking<T> booking, List<Booking.Read<T>> rows) {
    int middle = rows.size() / 2;
    return book(run, worker, booking, List.copyOf(rows.subList(0, middle)))
        && book(run, worker, booking, List.copyOf(rows.subList(middle, rows.size())));
  }

  private boolean reject(Run run, String worker, RowCells row, RuleViolation refusal) {
    transaction.executeWithoutResult(
        status -> {
          held(run, worker);
          Tally tally = new Tally();
          tally.rejected(row, null, refusal.code(), refusal.sentence());
          store.progress(run.id(), row.number(), 1, tally);
        });
    return true;
  }

  private ImportStore.Job held(Run run, String worker) {
    return store.renew(run.id(), worker, settings.lease()).orElseThrow(LeaseLost::new);
  }

  private static void log(ImportStore.Job job, int chunks, int row, int rows) {
    if (chunks % CHUNKS_PER_LOG_LINE == 0) {
      LOG.info("Import {} of {}: row {} of {}", job.id(), job.fileName(), row, rows);
    }
  }
}
