package io.dunwell.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the rows of one kind into the books. */
interface Booking<T> {

  /** A row and what was read from it; null if something is wrong with it, which it says itself. */
  record Read<T>(RowCells row, @Nullable T value) {}

  /** Reads rows; it may remember rows that it has read. */
  interface Reader<T> {
    @Nullable T read(RowCells row);
  }

  Reader<T> reader(Mapping mapping, ImportKind kind);

  /** Whether two rows, one right after the other, are booked together or not at all. */
  default boolean together(@Nullable T one, @Nullable T next) {
    return false;
  }

  /** How many rows one transaction books at most, unless more stand together. */
  default int chunkRows(int usual) {
    return usual;
  }

  /** Books the rows, or only finds out what would become of them if the run is a dry one. */
  void book(Run run, List<Read<T>> rows, Tally tally);
}
