package io.dunwell.correspondence;

import org.springframework.stereotype.Component;

/** Derives the Message-ID of a mail from its letter, so that a mail sent twice can be told. */
@Component
class MessageIds {

  private final CorrespondenceSettings settings;

  MessageIds(CorrespondenceSettings settings) {
    this.settings = settings;
  }

  String of(LetterId letter) {
    String from = from();
    return "<" + letter + from.substring(from.lastIndexOf('@')) + ">";
  }

  /** The address that letters come from. */
  String from() {
    String from = settings.smtp().from();
    return from == null || from.isBlank() ? "letters@dunwell.invalid" : from;
  }
}
