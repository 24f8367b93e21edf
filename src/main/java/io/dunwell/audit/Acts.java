package io.dunwell.audit;

import io.dunwell.shared.Auditable;
import java.util.ArrayList;
import java.util.List;

/** The acts of one transaction that are not written down yet. */
final class Acts {

  private final List<Auditable> waiting = new ArrayList<>();
  private boolean committing;

  void add(Auditable act) {
    waiting.add(act);
  }

  /** From now on nobody will come by to write down what waits. */
  void committing() {
    committing = true;
  }

  boolean isCommitting() {
    return committing;
  }

  int size() {
    return waiting.size();
  }

  List<Auditable> take() {
    List<Auditable> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
