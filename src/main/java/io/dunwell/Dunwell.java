package io.dunwell;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Dunwell. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(sharedModules = "shared")
public class Dunwell {

  public static void main(String[] args) {
    // engine timers read the JVM's zone; the business zone is a setting
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication.run(Dunwell.class, args);
  }
}
