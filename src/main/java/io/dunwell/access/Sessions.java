package io.dunwell.access;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of people who are logged in, on whatever node. */
@Component
class Sessions {

  private final FindByIndexNameSessionRepository<?> sessions;

  Sessions(FindByIndexNameSessionRepository<?> sessions) {
    this.sessions = sessions;
  }

  /** Logs the person out everywhere. */
  void end(String person) {
    sessions.findByPrincipalName(person).keySet().forEach(sessions::deleteById);
  }
}
