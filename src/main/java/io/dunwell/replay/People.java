package io.dunwell.replay;

/** What becomes of the human tasks that a replay gives rise to. */
public enum People {
  /** Each is answered the day it appears: nobody reached by phone, escalations continued. */
  ANSWER,
  /** They stay open. */
  LEAVE
}
