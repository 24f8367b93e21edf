package io.dunwell.correspondence;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The send ledger. Rows that another node holds are passed over, never waited for. */
interface Dispatches extends Repository<Dispatch, UUID> {

  Dispatch saveAndFlush(Dispatch dispatch);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from Dispatch d where d.letter = :letter")
  Optional<Dispatch> findForChange(UUID letter);

  @Query(
      nativeQuery = true,
      value =
          """
          select d.* from correspondence.dispatch d
           where d.state = 'reserved'
             and d.next_attempt_at <= clock_timestamp()
             and (d.released or d.dated >= :oldest)
             and (d.released
                  or exists (select 1 from correspondence.letter c
                           where c.id = d.letter and c.template in ('invoice', 'credit-note'))
                  or :cap > (select count(*) from correspondence.dispatch o
                               join correspondence.letter l on l.id = o.letter
                              where o.customer = d.customer
                                and l.template not in ('invoice', 'credit-note')
                                and (o.sent_on = :today or o.state = 'sending')))
           order by d.next_attempt_at, d.letter
           limit 1
             for update of d skip locked""")
  Optional<Dispatch> findNextDue(LocalDate oldest, LocalDate today, int cap);

  @Query(
      nativeQuery = true,
      value =
          """
          select d.* from correspondence.dispatch d
           where d.state = 'sending'
             and (d.node = :node
                  or d.sending_since < clock_timestamp() - make_interval(secs => :seconds))
             for update of d skip locked""")
  List<Dispatch> findInterrupted(String node, long seconds);
}
