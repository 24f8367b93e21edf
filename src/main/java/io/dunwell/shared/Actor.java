package io.dunwell.shared;

/**
 * Whoever acts: a person by login name, or the system itself.
 *
 * @param name the login name, or {@code system}
 */
public record Actor(String name) {

  /** Dunwell itself: daily runs, timers, retries. */
  public static final Actor SYSTEM = new Actor("system");
}
