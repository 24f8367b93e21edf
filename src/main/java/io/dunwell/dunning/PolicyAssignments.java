package io.dunwell.dunning;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Whose policy is which: a collection that only grows; the newest effective row counts. */
interface PolicyAssignments extends Repository<PolicyAssignment, UUID> {

  PolicyAssignment saveAndFlush(PolicyAssignment assignment);

  /** Every assignment there ever was, the newest first. */
  List<PolicyAssignment> findAllByOrderByEffectiveOnDescRecordedAtDescIdDesc();
}
