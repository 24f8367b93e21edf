package io.dunwell.correspondence;

import io.dunwell.documents.Documents;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.DayTurn;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets go each day of what has been kept long enough. */
@Component
@Order(900)
class RetentionTurn implements DayTurn {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionTurn.class);

  private final Letters letters;
  private final Documents documents;

  RetentionTurn(Letters letters, Documents documents) {
    this.letters = letters;
    this.documents = documents;
  }

  @Override
  public void turn(LocalDate day, Actor by) {
    int ended = letters.endRetention(day);
    int dropped = documents.endRetention(day);
    if (ended + dropped > 0) {
      LOG.info("Retention ended for {} letters and {} documents on {}", ended, dropped, day);
    }
  }
}
