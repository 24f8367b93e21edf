package io.dunwell.exchange;

import io.dunwell.party.NewCustomer;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
  private static final int MOST_TOGETHER = 4;

  private final ImportLeases leases;
  private final ImportStore store;
  private final LedgerBooking ledger;
  private final ReceiptBooking receipts;
  private final CustomerBooking customers;
  private final ContractBooking contracts;
  private final PriceLineBooking prices;
  private final DeliveryBooking deliveries;
  private final ReturnBooking returns;
  private final ProofBookings proofs;
  private final TransactionTemplate transaction;
  private final ExchangeSettings settings;

  Chunks(
      ImportLeases leases,
      ImportStore store,
      LedgerBooking ledger,
      ReceiptBooking receipts,
      CustomerBooking customers,
      ContractBooking contracts,
      PriceLineBooking prices,
      DeliveryBooking deliveries,
      ReturnBooking returns,
      ProofBookings proofs,
      TransactionTemplate transaction,
      ExchangeSettings settings) {
    this.leases = leases;
    this.store = store;
    this.ledger = ledger;
    this.receipts = receipts;
    this.customers = customers;
    this.contracts = contracts;
    this.prices = prices;
    this.deliveries = deliveries;
    this.returns = returns;
    this.proofs = proofs;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** Works from behind the last finished chunk to the end; false if somebody stopped it. */
  boolean work(ImportLeases.Job job, String worker, MappedFile file) throws IOException {
    return switch (job.kind()) {
      case LEDGER, INVOICES -> this.<HistoricRow>work(job, worker, file, ledger);
      case RECEIPTS -> this.<ReceiptRow>work(job, worker, file, receipts);
      case CUSTOMERS -> this.<NewCustomer>work(job, worker, file, customers);
      case CONTRACTS -> this.<ContractRows.Row>work(job, worker, file, contracts);
      case PRICE_LINES -> this.<PriceLineRow>work(job, worker, file, prices);
      case DELIVERIES -> this.<DeliveryLineRow>work(job, worker, file, deliveries);
      case RETURNS -> this.<ReturnRow>work(job, worker, file, returns);
      case PROOFS -> this.<ProofRow>work(job, worker, file, proofs.from(file));
    };
  }

  private <T> boolean work(ImportLeases.Job job, String worker, MappedFile file, Booking<T> booking)
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
        if (full(booking, chunk, value)) {
          if (!book(run, worker, booking, chunk)) {
            return false;
          }
          chunk.clear();
          log(job, ++done, row.number(), file.size());
        }
        if (row.number() > cursor) {
          chunk.add(new Booking.Read<>(row, value));
        }
      }
    }
    return book(run, worker, booking, chunk);
  }

  /** Whether the rows are booked before the next one is added. */
  private <T> boolean full(Booking<T> booking, List<Booking.Read<T>> chunk, @Nullable T next) {
    int most = booking.chunkRows(settings.chunkRows());
    return chunk.size() >= most * MOST_TOGETHER
        || (chunk.size() >= most && !booking.together(chunk.get(chunk.size() - 1).value(), next));
  }

  private <T> boolean book(Run run, String worker, Booking<T> booking, List<Booking.Read<T>> rows) {
    try {
      Boolean goesOn = transaction.execute(status -> bookInTransaction(run, worker, booking, rows));
      return Objects.requireNonNull(goesOn);
    } catch (RuleViolation refusal) {
      int cut = cut(booking, rows);
      return cut == 0
          ? reject(run, worker, rows, refusal)
          : halves(run, worker, booking, rows, cut);
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
      Run run, String worker, Booking<T> booking, List<Booking.Read<T>> rows, int cut) {
    return book(run, worker, booking, List.copyOf(rows.subList(0, cut)))
        && book(run, worker, booking, List.copyOf(rows.subList(cut, rows.size())));
  }

  /** Where the rows can be cut, next to their middle; 0 if they stand together. */
  private static <T> int cut(Booking<T> booking, List<Booking.Read<T>> rows) {
    int middle = rows.size() / 2;
    for (int distance = 0; distance <= middle; distance++) {
      for (int at : new int[] {middle - distance, middle + distance}) {
        if (at > 0
            && at < rows.size()
            && !booking.together(rows.get(at - 1).value(), rows.get(at).value())) {
          return at;
        }
      }
    }
    return 0;
  }

  private <T> boolean reject(
      Run run, String worker, List<Booking.Read<T>> rows, RuleViolation refusal) {
    transaction.executeWithoutResult(
        status -> {
          held(run, worker);
          Tally tally = new Tally();
          rows.forEach(
              each -> tally.rejected(each.row(), null, refusal.code(), refusal.sentence()));
          int last = rows.get(rows.size() - 1).row().number();
          store.progress(run.id(), last, rows.size(), tally);
        });
    return true;
  }

  private ImportLeases.Job held(Run run, String worker) {
    return leases.renew(run.id(), worker, settings.lease()).orElseThrow(LeaseLost::new);
  }

  private static void log(ImportLeases.Job job, int chunks, int row, int rows) {
    if (chunks % CHUNKS_PER_LOG_LINE == 0) {
      LOG.info("Import {} of {}: row {} of {}", job.id(), job.fileName(), row, rows);
    }
  }
}
