package io.dunwell.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out which approvals stand: a department's last word, unless its subject changed since. */
final class Standings {

  private final Map<Integer, Snapshot> versions;
  private final int present;

  /**
   * @param versions every version that was submitted
   * @param present the revision that is up for approval
   */
  Standings(Map<Integer, Snapshot> versions, int present) {
    this.versions = versions;
    this.present = present;
  }

  List<Standing> of(Map<Department, String> required, List<ApprovalView> verdicts) {
    List<Standing> standings = new ArrayList<>();
    required.forEach((department, because) -> standings.add(of(department, because, verdicts)));
    return standings;
  }

  private Standing of(Department department, String because, List<ApprovalView> verdicts) {
    ApprovalView last = last(department, verdicts);
    if (last == null || last.verdict() != Verdict.APPROVED) {
      return new Standing(department, because, null, Set.of());
    }
    Set<Aspect> changed =
        ReapprovalPolicy.concerning(
            department, version(last.revision()).changesTo(version(present)));
    return new Standing(department, because, changed.isEmpty() ? last.by() : null, changed);
  }

  private Snapshot version(int revision) {
    Snapshot version = versions.get(revision);
    if (version == null) {
      throw new IllegalStateException("Version " + revision + " was approved and never kept");
    }
    return version;
  }

  private static @Nullable ApprovalView last(Department department, List<ApprovalView> verdicts) {
    ApprovalView last = null;
    for (ApprovalView verdict : verdicts) {
      last = verdict.department() == department ? verdict : last;
    }
    return last;
  }
}
