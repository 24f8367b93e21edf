package io.dunwell.billing;

import java.util.ArrayList;
import java.util.List;

/** What a billing run made and left out, as far as it has come. */
interface RunNotes {

  void made(List<RunReport.DraftSummary> drafts);

  void leftOut(List<RunReport.LeftOut> items);

  /** Everything, for who waits for the answer. */
  final class Kept implements RunNotes {

    private final List<RunReport.DraftSummary> drafts = new ArrayList<>();
    private final List<RunReport.LeftOut> left = new ArrayList<>();

    @Override
    public void made(List<RunReport.DraftSummary> some) {
      drafts.addAll(some);
    }

    @Override
    public void leftOut(List<RunReport.LeftOut> some) {
      left.addAll(some);
    }

    List<RunReport.DraftSummary> drafts() {
      return drafts;
    }

    List<RunReport.LeftOut> left() {
      return left;
    }
  }
}
