package io.dunwell.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, running or done.
 *
 * @param rows how many rows were dealt with: accepted, duplicates and rejected together
 * @param duplicates rows that were on the books already, and rows twice in the file
 * @param rejected rows in quarantine, those that wait for a person's decision included
 * @param conflicts how many of the rejected still wait for a decision
 * @param totals what was accepted, or would be by a dry run
 * @param problems the first {@value Imports#PROBLEMS_SHOWN} of them
 * @param problemsTotal how many there are
 * @param totalRows how many rows the file has, null until it was looked through
 * @param code why the whole file was refused, or null
 * @param detail the same as a sentence
 */
public record ImportView(
    UUID id,
    ImportKind kind,
    String profile,
    int profileVersion,
    boolean dryRun,
    String fileName,
    ImportStatus status,
    int rows,
    int accepted,
    int duplicates,
    int rejected,
    int conflicts,
    List<CurrencyTotal> totals,
    List<ImportProblem> problems,
    int problemsTotal,
    @Nullable Integer totalRows,
    @Nullable String code,
    @Nullable String detail,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant finishedAt) {

  public ImportView {
    totals = List.copyOf(totals);
    problems = List.copyOf(problems);
  }

  /** How far it is, 0 to 100. */
  public int percent() {
    if (status == ImportStatus.FINISHED) {
      return 100;
    }
    return totalRows == null || totalRows == 0 ? 0 : (int) (100L * rows / totalRows);
  }
}
