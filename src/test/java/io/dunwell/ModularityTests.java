package io.dunwell;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void modulesCallOnlyWhomTheirPackageInfoAllowsAndNothingGoesInCircles() {
    ApplicationModules.of(Dunwell.class).verify();
  }
}
