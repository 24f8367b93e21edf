package io.dunwell.unbilled;

/** How a chase ended. */
public enum Ending {
  /** A submitted invoice bills it; a draft alone ends nothing, for it can be thrown away. */
  BILLED,
  /** All of it came back. */
  RETURNED,
  PROOF_OBTAINED,
  EXPLAINED,
  /** The manager lets it rest until a day. */
  ACCEPTED,
  /** It is no longer past its limit, or is unbilled for quite another cause. */
  OVERTAKEN
}
