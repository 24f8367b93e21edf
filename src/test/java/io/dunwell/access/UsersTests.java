package io.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class UsersTests {

  private static final Actor ADMIN = new Actor("admin");
  private static final String PASSWORD = "a long sentence";

  @Autowired Users users;
  @Autowired Identities identities;

  @Test
  void somebodyNewMayLogIn() {
    users.create(asha(Group.COLLECTOR), PASSWORD, ADMIN);

    assertThat(identities.passwordFits("asha", PASSWORD)).isTrue();
    assertThat(identities.passwordFits("asha", "another sentence")).isFalse();
    assertThat(users.view("asha").groups()).containsExactly(Group.COLLECTOR);
  }

  @Test
  void groupsAreReplacedNotAdded() {
    users.create(asha(Group.COLLECTOR), PASSWORD, ADMIN);

    users.change(asha(Group.LEGAL), ADMIN);

    assertThat(users.view("asha").groups()).containsExactly(Group.LEGAL);
  }

  @Test
  void weakPasswordsTakenNamesAndTheEnginesOwnUserAreRefused() {
    assertRefused("user.password-weak", () -> users.create(asha(Group.LEGAL), "short", ADMIN));
    assertRefused(
        "user.password-weak", () -> users.create(asha(Group.LEGAL), "asha-asha-asha", ADMIN));
    assertRefused("user.taken", () -> users.create(named("sales"), PASSWORD, ADMIN));
    assertRefused("user.taken", () -> users.create(named("setup-closed"), PASSWORD, ADMIN));
    assertRefused("user.name", () -> users.create(named("Robert'); --"), PASSWORD, ADMIN));
    assertRefused("user.unknown", () -> users.resetPassword("setup-closed", PASSWORD, ADMIN));
  }

  @Test
  void theLastAdministratorStays() {
    assertRefused("user.last-admin", () -> users.remove("admin", ADMIN));
    assertRefused(
        "user.last-admin",
        () -> users.change(new Person("admin", "", "", Set.of(Group.SALES)), ADMIN));
  }

  @Test
  void veryLongPasswordsCountToTheEnd() {
    String longOne = "x1y2".repeat(40);
    users.create(asha(Group.LEGAL), longOne + "a", ADMIN);

    assertThat(identities.passwordFits("asha", longOne + "a")).isTrue();
    assertThat(identities.passwordFits("asha", longOne + "b")).isFalse();
  }

  @Test
  void theirOwnPasswordNeedsThePresentOne() {
    users.create(asha(Group.LEGAL), PASSWORD, ADMIN);
    Actor asha = new Actor("asha");

    assertRefused(
        "user.password-wrong", () -> users.changeOwnPassword("wrong", "quite another", asha));
    users.changeOwnPassword(PASSWORD, "quite another", asha);

    assertThat(identities.passwordFits("asha", "quite another")).isTrue();
  }

  private static Person asha(Group group) {
    return new Person("asha", "Asha Rao", "asha@example.com", Set.of(group));
  }

  private static Person named(String name) {
    return new Person(name, name, "", Set.of(Group.SALES));
  }

  private static void assertRefused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
