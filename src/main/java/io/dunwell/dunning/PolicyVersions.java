package io.dunwell.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All versions of all policies: a collection that only grows. */
interface PolicyVersions extends Repository<PolicyVersion, UUID> {

  PolicyVersion saveAndFlush(PolicyVersion version);

  List<PolicyVersion> findByNameOrderByVersionDesc(String name);

  @Query("select distinct v.name from PolicyVersion v order by v.name")
  List<String> names();

  /** For each policy the versions effective on the day, the ruling one last. */
  @Query(
      "select v from PolicyVersion v where v.effectiveOn <= :day"
          + " order by v.name, v.effectiveOn, v.version")
  List<PolicyVersion> effectiveOn(LocalDate day);
}
