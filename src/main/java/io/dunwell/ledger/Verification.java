package io.dunwell.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What recomputing every seal has found.
 *
 * @param intact whether every seal fits its rows and the seal before it
 * @param days how many seals were recomputed
 * @param rows how many rows they cover
 * @param findings what does not fit, empty if intact
 * @param heads the last digest of each table; whoever notes it down elsewhere will notice even a
 *     chain that was cut off and forged anew
 */
public record Verification(
    boolean intact, long days, long rows, List<Finding> findings, Map<String, String> heads) {

  /**
   * Something that does not fit.
   *
   * @param table the sealed table
   * @param day the sealed day, if it is about one
   * @param what a sentence for a person
   */
  public record Finding(String table, @Nullable LocalDate day, String what) {}
}
