package io.dunwell.ledger;

import io.dunwell.ledger.SealChain.Digested;
import io.dunwell.ledger.Verification.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals each finished day of the tables that only grow: a digest of the day's rows, chained to the
 * digest of the day before. Days are those of the wall clock, for they are about when we knew.
 */
@Service
public class Seals {

  private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

  private final List<SealedTable> tables;
  private final SealChain chain;
  private final Writers writers;
  private final TransactionTemplate transaction;
  private final ZoneId zone;

  Seals(
      List<SealedTable> tables,
      SealChain chain,
      Writers writers,
      TransactionTemplate transaction,
      Clock clock) {
    this.tables = tables;
    this.chain = chain;
    this.writers = writers;
    this.transaction = transaction;
    this.zone = clock.getZone();
  }

  /**
   * Seals what is finished and not sealed yet. It waits a while for transactions that may still
   * write into yesterday; while there are such, it seals nothing and is to be called again.
   *
   * @return how many days were sealed, over all tables
   */
  @Transactional(propagation = Propagation.NEVER)
  public int sealFinishedDays() {
    return sealDaysBefore(LocalDate.ofInstant(writers.wallClock(), zone));
  }

  int sealDaysBefore(LocalDate today) {
    if (!writers.haveAllFinished()) {
      LOG.info("The ledger's finished days are not sealed yet: somebody is still writing");
      return 0;
    }
    Integer sealed =
        transaction.execute(
            status -> {
              writers.lockSealing();
              return tables.stream().mapToInt(table -> seal(table, today)).sum();
            });
    return sealed == null ? 0 : sealed;
  }

  /** The seals of all tables, by table and day. */
  @Transactional(readOnly = true)
  public List<SealView> all() {
    return tables.stream().flatMap(table -> chain.seals(table).stream()).toList();
  }

  /** Recomputes every seal from the rows as they are now. */
  @Transactional(readOnly = true)
  public Verification verify() {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> heads = new LinkedHashMap<>();
    long days = 0;
    long rows = 0;
    for (SealedTable table : tables) {
      SealView previous = null;
      for (SealView seal : chain.seals(table)) {
        rows += verify(table, previous, seal, findings);
        days++;
        previous = seal;
      }
      findOutsiders(table, findings);
      heads.put(table.name(), SealChain.headOf(previous));
    }
    return new Verification(findings.isEmpty(), days, rows, findings, heads);
  }

  private int seal(SealedTable table, LocalDate today) {
    int sealed = 0;
    SealView last = chain.last(table);
    String head = SealChain.headOf(last);
    Instant from = last == null ? firstMidnight(table) : last.until();
    while (from != null && LocalDate.ofInstant(from, zone).isBefore(today)) {
      LocalDate day = LocalDate.ofInstant(from, zone);
      Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
      Digested digested = chain.digest(table, from, until, head);
      chain.append(table, day, from, until, head, digested);
      head = digested.hex();
      from = until;
      sealed++;
    }
    return sealed;
  }

  private @Nullable Instant firstMidnight(SealedTable table) {
    Instant first = chain.firstRecordedAt(table);
    return first == null ? null : LocalDate.ofInstant(first, zone).atStartOfDay(zone).toInstant();
  }

  private long verify(
      SealedTable table, @Nullable SealView previous, SealView seal, List<Finding> findings) {
    if (!seal.previous().equals(SealChain.headOf(previous))
        || (previous != null && !previous.until().equals(seal.from()))) {
      findings.add(
          new Finding(table.name(), seal.day(), "The seal does not continue the one before it."));
    }
    Digested now = chain.digest(table, seal.from(), seal.until(), seal.previous());
    if (!now.hex().equals(seal.digest())) {
      findings.add(new Finding(table.name(), seal.day(), broken(seal, now)));
    }
    return now.rows();
  }

  private void findOutsiders(SealedTable table, List<Finding> findings) {
    List<SealView> seals = chain.seals(table);
    Instant first = chain.firstRecordedAt(table);
    if (!seals.isEmpty() && first != null && first.isBefore(seals.get(0).from())) {
      findings.add(
          new Finding(table.name(), null, "There are rows from before the first sealed day."));
    }
    long strays = chain.strays(table);
    if (strays > 0) {
      findings.add(new Finding(table.name(), null, strays + " rows belong to nothing."));
    }
  }

  private static String broken(SealView seal, Digested now) {
    return now.rows() == seal.rows()
        ? "A row of that day was changed after it was sealed."
        : "The day had " + seal.rows() + " rows when it was sealed and has " + now.rows() + " now.";
  }
}
