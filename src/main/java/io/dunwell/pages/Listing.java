package io.dunwell.pages;

import java.util.function.Consumer;

/** A list that pages show: where its rows come from, and what stands in its columns. */
public interface Listing<T> {

  Columns<T> columns();

  /** The asked page. */
  Listed<T> page(Asked asked);

  /** All rows that are asked for, in the asked order, one after the other. */
  void each(Asked asked, Consumer<T> reader);
}
