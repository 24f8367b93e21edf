package io.dunwell.dunning;

import java.util.Locale;

/** What happens on a rung of the ladder. Which level has which meaning is for the policy to say. */
public enum Stage {
  COURTESY_NOTE(Channel.EMAIL),
  REMINDER(Channel.EMAIL),
  SECOND_REMINDER(Channel.EMAIL),
  CALL(Channel.CALL),
  FINAL_NOTICE(Channel.EMAIL),
  MANAGEMENT_ESCALATION(Channel.EMAIL),
  LEGAL_REFERRAL(Channel.EMAIL);

  private final Channel usualChannel;

  Stage(Channel usualChannel) {
    this.usualChannel = usualChannel;
  }

  /** How this stage reaches the customer unless the policy says otherwise. */
  public Channel usualChannel() {
    return usualChannel;
  }

  /**
   * The letter template of this stage unless the policy names another, for example {@code
   * final-notice}.
   */
  public String usualTemplate() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In words, for example {@code final notice}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
