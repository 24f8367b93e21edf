package io.dunwell.access;

import io.dunwell.platform.Installation;
import io.dunwell.platform.PlatformSettings;
import io.dunwell.workflow.Group;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go and how to log in, once everything is up. */
@Component
class Greeting {

  private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

  private final Installation installation;
  private final PlatformSettings settings;
  private final Environment environment;

  Greeting(Installation installation, PlatformSettings settings, Environment environment) {
    this.installation = installation;
    this.settings = settings;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void greet() {
    String port = environment.getProperty("local.server.port", "8080");
    LOG.info("Dunwell is ready: http://localhost:{}", port);
    if (installation.demo()) {
      LOG.info("Demo mode. Log in as {} with the password {}", users(), FirstUsers.DEMO_PASSWORD);
    }
    if (installation.embedded()) {
      LOG.info("Everything is kept in {}", settings.dataDir().toAbsolutePath().normalize());
    }
  }

  private static String users() {
    return Arrays.stream(Group.values()).map(Group::id).collect(Collectors.joining(", "));
  }
}
