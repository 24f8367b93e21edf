package io.dunwell.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guard at every door of the engine, behind the login. */
@Configuration(proxyBeanMethods = false)
class GuardedDoors {

  /** After the engine's logins, which stand at 0. */
  static final int ORDER = 10;

  @Bean
  FilterRegistrationBean<EngineGuard> engineGuard(Tasks tasks, FormFacts facts, ObjectMapper json) {
    var filter = new FilterRegistrationBean<>(new EngineGuard(tasks, facts, json));
    filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
    filter.setOrder(ORDER);
    return filter;
  }
}
