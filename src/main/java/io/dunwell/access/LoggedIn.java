package io.dunwell.access;

import io.dunwell.workflow.Group;
import io.dunwell.workflow.Person;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Turns a person into what Spring Security keeps in a session: a name and roles. */
final class LoggedIn {

  private LoggedIn() {}

  static User as(Person person) {
    return new User(person.name(), "", authorities(person));
  }

  private static List<SimpleGrantedAuthority> authorities(Person person) {
    return person.groups().stream()
        .map(Group::name)
        .sorted()
        .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
        .toList();
  }
}
