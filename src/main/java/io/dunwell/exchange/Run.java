package io.dunwell.exchange;

import io.dunwell.shared.Actor;
import java.util.HashMap;
import java.util.Map;

/**
 * One import while it is worked on.
 *
 * @param createCustomers whether unknown customers are registered from their rows
 * @param seen the numbers that a dry run has met, which is its only memory of what it would book
 */
record Run(
    ImportId id,
    ImportKind kind,
    boolean dryRun,
    boolean createCustomers,
    Actor by,
    Map<String, Seen> seen) {

  /** A number met earlier in the file, and a digest of what its row said. */
  record Seen(int row, int content) {}

  static Run of(ImportId id, ImportKind kind, boolean dryRun, Profile profile, Actor by) {
    return new Run(id, kind, dryRun, profile.createCustomers(), by, new HashMap<>());
  }

  /** What a chunk remembers: a dry run everything, a real one what the books do not know yet. */
  Map<String, Seen> memory() {
    return dryRun ? seen : new HashMap<>();
  }

  /** What documents of this import are marked with. */
  String source() {
    return "import:" + id;
  }
}
