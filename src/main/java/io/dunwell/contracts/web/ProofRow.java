package io.dunwell.contracts.web;

import io.dunwell.contracts.ProofView;
import io.dunwell.documents.DocumentView;
import org.jspecify.annotations.Nullable;

/**
 * A proof with its document.
 *
 * @param drawable whether there is a picture of it
 */
record ProofRow(ProofView proof, DocumentView document, boolean drawable) {

  /** Whether it turned out to be none. */
  public boolean withdrawn() {
    return proof.withdrawnOn() != null;
  }

  /** Kilobytes, at least one. */
  public long kilobytes() {
    return Math.max(1, (document.size() + 512) / 1024);
  }

  /**
   * The proof that the page shows large.
   *
   * @param page which page of it, from 0
   * @param words its text, if it is one
   */
  record Shown(ProofRow row, int page, int pages, @Nullable String words) {}
}
