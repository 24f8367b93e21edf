package io.dunwell.resolution;

/** How somebody spoke with a customer. */
public enum ContactKind {
  CALL,
  EMAIL,
  VISIT,
  MEETING,
  LETTER,
  OTHER
}
