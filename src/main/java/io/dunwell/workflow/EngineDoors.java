package io.dunwell.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One login at every door of the engine: its REST interface and its web applications. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

  /** After Spring Security, before whatever guards single calls. */
  static final int ORDER = 0;

  @Bean
  FilterRegistrationBean<EngineRestLogin> engineRestLogin(
      IdentityService identity, Deputies deputies) {
    var filter = new FilterRegistrationBean<>(new EngineRestLogin(identity, deputies));
    filter.addUrlPatterns("/engine-rest/*");
    filter.setOrder(ORDER);
    return filter;
  }

  @Bean
  FilterRegistrationBean<WebappLogin> webappLogin(Deputies deputies) {
    var filter = new FilterRegistrationBean<>(new WebappLogin(deputies));
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(ORDER);
    return filter;
  }
}
