package io.dunwell.desk.web;

import io.dunwell.workflow.TaskView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whoever looks at the page; {@code me} in every template.
 *
 * @param name login name, empty before login
 * @param roles their roles, for example {@code COLLECTOR}
 */
record Me(String name, Set<String> roles) {

  static Me current() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null) {
      return new Me("", Set.of());
    }
    return new Me(
        login.getName(),
        login.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .map(authority -> authority.replaceFirst("^ROLE_", ""))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether they have one of these roles. It decides what is shown; services decide what is. */
  public boolean may(String... any) {
    return mayAny(List.of(any));
  }

  /** Whether Tasklist shows them that task: it shows everyone the tasks of their own groups. */
  public boolean sees(TaskView task) {
    return task.groups().stream().anyMatch(group -> roles.contains(group.toUpperCase(Locale.ROOT)));
  }

  boolean mayAny(List<String> any) {
    return any.stream().anyMatch(roles::contains);
  }
}
