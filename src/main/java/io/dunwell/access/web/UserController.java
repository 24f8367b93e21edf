package io.dunwell.access.web;

import io.dunwell.access.Users;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users over HTTP, for administrators; one's own password for everybody. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "Users")
class UserController {

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  record NewUser(
      @NotBlank String name,
      @Nullable String fullName,
      @Nullable @Email String email,
      @NotEmpty Set<Group> groups,
      @NotBlank String password) {}

  record UserChange(
      @Nullable String fullName, @Nullable @Email String email, @NotEmpty Set<Group> groups) {}

  record NewPassword(@NotBlank String password) {}

  record OwnPassword(@NotBlank String old, @NotBlank String password) {}

  record UserView(String name, String fullName, String email, Set<String> groups) {

    static UserView of(Person person) {
      return new UserView(
          person.name(),
          person.fullName(),
          person.email(),
          person.groups().stream().map(Group::id).collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @GetMapping
  @PreAuthorize("hasAnyRole('ADMIN', 'AUDITOR')")
  @Operation(summary = "Everybody who may log in, with groups")
  List<UserView> all() {
    return users.all().stream().map(UserView::of).toList();
  }

  @GetMapping("/me")
  @Operation(summary = "Who is calling")
  UserView me(Principal user) {
    return UserView.of(users.view(user.getName()));
  }

  @GetMapping("/{name}")
  @PreAuthorize("hasAnyRole('ADMIN', 'AUDITOR')")
  @Operation(summary = "One user")
  UserView one(@PathVariable String name) {
    return UserView.of(users.view(name));
  }

  @PostMapping
  @PreAuthorize("hasRole('ADMIN')")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Creates a user",
      description =
          "Example: {\"name\": \"asha\", \"fullName\": \"Asha Rao\", \"groups\": [\"COLLECTOR\"],"
              + " \"password\": \"a long sentence\"}")
  UserView create(@Valid @RequestBody NewUser user, Principal by) {
    Person person =
        new Person(
            user.name(), text(user.fullName(), user.name()), text(user.email(), ""), user.groups());
    users.create(person, user.password(), actor(by));
    return UserView.of(users.view(user.name()));
  }

  @PutMapping("/{name}")
  @PreAuthorize("hasRole('ADMIN')")
  @Operation(summary = "Changes a user's particulars and groups, and ends their sessions")
  UserView change(@PathVariable String name, @Valid @RequestBody UserChange change, Principal by) {
    Person person =
        new Person(name, text(change.fullName(), name), text(change.email(), ""), change.groups());
    users.change(person, actor(by));
    return UserView.of(users.view(name));
  }

  @DeleteMapping("/{name}")
  @PreAuthorize("hasRole('ADMIN')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Removes a user with all sessions and tokens")
  void remove(@PathVariable String name, Principal by) {
    users.remove(name, actor(by));
  }

  @PutMapping("/{name}/password")
  @PreAuthorize("hasRole('ADMIN')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Gives a user another password, and ends their sessions")
  void reset(@PathVariable String name, @Valid @RequestBody NewPassword next, Principal by) {
    users.resetPassword(name, next.password(), actor(by));
  }

  @PutMapping("/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Changes one's own password, and ends all of one's sessions")
  void changeOwn(@Valid @RequestBody OwnPassword change, Principal by) {
    users.changeOwnPassword(change.old(), change.password(), actor(by));
  }

  private static Actor actor(Principal user) {
    return new Actor(user.getName());
  }

  private static String text(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
