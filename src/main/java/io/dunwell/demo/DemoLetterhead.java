package io.dunwell.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Gives a demonstration a company that writes and bills, unless somebody has named their own. */
class DemoLetterhead implements EnvironmentPostProcessor, Ordered {

  private static final String FILE = "demo-company.yaml";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean embedded = environment.getProperty("spring.datasource.url", "").isBlank();
    boolean demo = environment.getProperty("dunwell.demo", Boolean.class, true);
    if (embedded && demo && !environment.containsProperty("dunwell.correspondence.sender.name")) {
      read(environment);
    }
  }

  private static void read(ConfigurableEnvironment environment) {
    try {
      new YamlPropertySourceLoader()
          .load(FILE, new ClassPathResource(FILE))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After the application's own settings are read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
