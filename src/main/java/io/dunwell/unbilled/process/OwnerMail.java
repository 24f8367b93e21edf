package io.dunwell.unbilled.process;

import io.dunwell.correspondence.Memos;
import io.dunwell.correspondence.NewMemo;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Words;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.Said;
import io.dunwell.workflow.Identities;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Mails to whoever is asked about something unbilled. */
@Component
class OwnerMail {

  private final Identities identities;
  private final Memos memos;
  private final MessageSourceAccessor words;

  OwnerMail(Identities identities, Memos memos, MessageSource messages) {
    this.identities = identities;
    this.memos = memos;
    this.words = new MessageSourceAccessor(messages);
  }

  /** The manager asks once more. */
  void askedAgain(String owner, ChaseView chase, Said said, Actor by) {
    write("unbilled.again", "unbilled:" + chase.id() + ":" + said.until(), owner, chase, said, by);
  }

  /** The chase is theirs from now on. */
  void handedOn(String owner, ChaseView chase, Said said, Actor by) {
    String act = "unbilled:%s:%s:%s".formatted(chase.id(), owner, said.until());
    write("unbilled.handed", act, owner, chase, said, by);
  }

  private void write(String key, String act, String owner, ChaseView chase, Said said, Actor by) {
    Object[] facts = {
      chase.item().deliveryNumber(),
      chase.item().customerName(),
      UnbilledTask.value(chase),
      by.name(),
      said.reason(),
      Words.day(said.until())
    };
    identities
        .person(owner)
        .ifPresent(
            to ->
                memos.write(
                    new NewMemo(
                        act,
                        owner,
                        to.email(),
                        words.getMessage(key + ".subject", facts),
                        words.getMessage(key + ".text", facts),
                        chase.id().toString())));
  }
}
