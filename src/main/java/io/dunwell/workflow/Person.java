package io.dunwell.workflow;

import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param name the login name
 * @param fullName how others know them
 * @param email where mail reaches them, may be empty
 * @param groups the groups they belong to
 */
public record Person(String name, String fullName, String email, Set<Group> groups) {

  public Person {
    groups = Set.copyOf(groups);
  }
}
