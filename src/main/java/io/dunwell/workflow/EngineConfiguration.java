package io.dunwell.workflow;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How the process engine is set up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

  @Bean
  BusinessTime clock(@Value("${dunwell.zone:Asia/Kolkata}") ZoneId zone) {
    return new BusinessTime(Clock.system(zone));
  }
}
