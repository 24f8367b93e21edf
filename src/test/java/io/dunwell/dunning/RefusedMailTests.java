package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.correspondence.DispatchState;
import io.dunwell.correspondence.LetterQuery;
import io.dunwell.correspondence.LetterView;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.Postman;
import io.dunwell.correspondence.ScriptedMailServer;
import io.dunwell.correspondence.events.LetterFailed;
import io.dunwell.correspondence.events.LetterSent;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.resolution.Debtors;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a mail server's final word does to the chase, from the letter to the person. */
@DunwellTest
@RecordApplicationEvents
class RefusedMailTests {

  @Autowired Debtors debtors;
  @Autowired DailyRuns runs;
  @Autowired Notices notices;
  @Autowired Letters letters;
  @Autowired Postman postman;
  @Autowired Tasks tasks;
  @Autowired Customers customers;
  @Autowired Clock clock;
  @Autowired ApplicationEvents events;

  private LocalDate today = LocalDate.EPOCH;
  private CustomerId lotus;

  @BeforeEach
  void aReminderIsInTheOutbox() {
    today = LocalDate.now(clock);
    lotus = debtors.customer("L-1");
    debtors.owes(lotus, "INV-1", "700.00", today.minusDays(3));
    run(today);
  }

  @Test
  void aMailThatIsTakenIsSentAndTold() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      postman.delivers(server);
    }

    assertThat(only().state()).isEqualTo(DispatchState.SENT);
    assertThat(events.stream(LetterSent.class))
        .containsExactly(new LetterSent(only().id().value(), lotus.value()));
    assertThat(events.stream(LetterFailed.class)).isEmpty();
    assertThat(notice().status()).isEqualTo("DONE");
  }

  @Test
  void anAddressThatIsRefusedBecomesATaskAndTheLetterIsRepeated() throws Exception {
    try (ScriptedMailServer server =
        new ScriptedMailServer(Map.of("RCPT", "550 no such user here"))) {
      postman.delivers(server);
    }

    LetterView refused = only();
    assertThat(refused.state()).isEqualTo(DispatchState.FAILED);
    assertThat(events.stream(LetterFailed.class))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.letter()).isEqualTo(refused.id().value());
              assertThat(failed.addressRefused()).isTrue();
            });
    assertThat(notice().status()).isEqualTo("FAILED");
    run(today.plusDays(1));
    TaskView task = tasks.waiting("completeContact", 2).get(0);
    assertThat(task.groups()).containsExactly("collector");
    assertThat(written()).hasSize(1);

    tasks.answer(task.id(), Answer.of("email", "payables@lotus.example"));
    run(today.plusDays(2));

    assertThat(customers.view(lotus).email()).contains("payables@lotus.example");
    assertThat(written())
        .filteredOn(letter -> letter.state() == DispatchState.RESERVED)
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.toAddress()).isEqualTo("payables@lotus.example");
              assertThat(again.template()).isEqualTo(refused.template());
            });
  }

  @Test
  void aLetterThatIsRefusedForItsContentIsFailedButItsAddressIsNot() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of(".", "554 looks like spam"))) {
      postman.delivers(server);
    }

    assertThat(only().lastError()).contains("554");
    assertThat(events.stream(LetterFailed.class))
        .extracting(LetterFailed::addressRefused)
        .containsExactly(false);
  }

  private void run(LocalDate day) {
    runs.run(day, false, Actor.SYSTEM, false, true);
  }

  private LetterView only() {
    assertThat(written()).hasSize(1);
    return written().get(0);
  }

  private List<LetterView> written() {
    return letters.list(new LetterQuery(null, lotus, null, null), "dated", 0, 10).content();
  }

  private NoticeView notice() {
    return notices.find(new NoticeQuery(null, null, null, null), 0, 1).content().get(0);
  }
}
