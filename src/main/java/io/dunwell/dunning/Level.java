package io.dunwell.dunning;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rung of a ladder.
 *
 * @param level its number from 1, or 0 for the courtesy note
 * @param stage what it means
 * @param threshold days overdue from which an item climbs it, inclusive; negative before the due
 *     day
 * @param channel how the customer is reached
 * @param template the letter's template; unused when no letter is written
 * @param fee what the notice costs, or null
 * @param interest what is charged on the items that climb, or null
 * @param minimumAmounts below which nothing is sent, by currency; the policy's where missing
 * @param minimumInterval days since the last act, or null for the policy's
 */
public record Level(
    int level,
    Stage stage,
    int threshold,
    Channel channel,
    String template,
    @Nullable Fee fee,
    @Nullable Interest interest,
    Map<String, BigDecimal> minimumAmounts,
    @Nullable Integer minimumInterval) {

  public Level {
    minimumAmounts = Map.copyOf(minimumAmounts);
  }
}
