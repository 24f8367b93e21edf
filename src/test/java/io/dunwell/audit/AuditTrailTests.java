package io.dunwell.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class AuditTrailTests {

  private static final ActQuery ALL = new ActQuery(null, null, null, null, null);

  @Autowired AuditTrail trail;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @Test
  void keepsWhoDidWhatToWhat() {
    inTransaction(
        () -> tell("anna", "policy.changed", "standard", Map.of("b", "2", "a", "\"1\"\n")));

    ActView act = trail.find(ALL, 0, 10).content().get(0);
    assertThat(act.by()).isEqualTo("anna");
    assertThat(act.act()).isEqualTo("policy.changed");
    assertThat(act.subject()).isEqualTo("standard");
    assertThat(act.businessOn()).isEqualTo(LocalDate.now(clock));
    assertThat(act.details()).containsExactly(Map.entry("a", "\"1\"\n"), Map.entry("b", "2"));
  }

  @Test
  void forgetsAnActThatWasRolledBackAndKeepsOneOutsideATransaction() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              tell("anna", "hold.placed", "1", Map.of());
              status.setRollbackOnly();
            });
    tell("anna", "user.created", "ravi", Map.of());

    assertThat(trail.find(ALL, 0, 10).content())
        .extracting(ActView::act)
        .containsExactly("user.created");
  }

  @Test
  void keepsActsOfATransactionWithinAnotherApart() {
    TransactionTemplate inner = new TransactionTemplate(transactions);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              tell("anna", "outer.begun", "1", Map.of());
              inner.executeWithoutResult(s -> tell("anna", "inner.done", "1", Map.of()));
              tell("anna", "outer.ended", "1", Map.of());
              status.setRollbackOnly();
            });

    assertThat(trail.find(ALL, 0, 10).content())
        .extracting(ActView::act)
        .containsExactly("inner.done");
  }

  @Test
  void keepsTensOfThousandsOfActsOfOneTransactionInOrder() {
    inTransaction(
        () -> {
          for (int i = 0; i < 25_000; i++) {
            tell("system", "invoice.opened", "I" + i, Map.of());
          }
        });

    assertThat(trail.find(ALL, 0, 1).total()).isEqualTo(25_000);
    assertThat(trail.find(ALL, 0, 1).content().get(0).subject()).isEqualTo("I24999");
  }

  @Test
  void isSearchedBySubjectActPersonAndDay() {
    LocalDate today = LocalDate.now(clock);
    inTransaction(() -> tell("anna", "policy.changed", "standard", Map.of()));
    inTransaction(() -> tell("ravi", "hold.placed", "standard", Map.of()));

    assertThat(count(new ActQuery("standard", null, null, today, today))).isEqualTo(2);
    assertThat(count(new ActQuery("standard", "policy", null, null, null))).isOne();
    assertThat(count(new ActQuery(null, "hold.placed", "ravi", null, null))).isOne();
    assertThat(count(new ActQuery(null, null, "nobody", null, null))).isZero();
    assertThat(count(new ActQuery(null, null, null, today.plusDays(1), null))).isZero();
  }

  @Test
  void refusesToBeChanged() {
    for (String statement :
        List.of("update audit.act set act = 'x'", "delete from audit.act", "truncate audit.act")) {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> jdbc.execute(statement))
          .withMessageContaining("only grows");
    }
  }

  private long count(ActQuery query) {
    return trail.find(query, 0, 10).total();
  }

  private void tell(String by, String act, String subject, Map<String, String> details) {
    events.publishEvent(new Auditable(new Actor(by), act, "thing", subject, details));
  }

  private void inTransaction(Runnable act) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> act.run());
  }
}
