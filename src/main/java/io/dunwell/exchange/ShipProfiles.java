package io.dunwell.exchange;

import io.dunwell.shared.BooksPreparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Puts the profiles that come with Dunwell into every set of books. */
@Component
class ShipProfiles implements ApplicationRunner, BooksPreparation {

  private final Profiles profiles;

  ShipProfiles(Profiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    prepare();
  }

  @Override
  public void prepare() {
    try {
      for (Resource shipped :
          new PathMatchingResourcePatternResolver().getResources("classpath:profiles/*.yaml")) {
        profiles.ship(ProfileYaml.read(shipped.getContentAsString(StandardCharsets.UTF_8), null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
