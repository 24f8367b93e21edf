package io.dunwell.desk.web;

import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the page model under every page. */
@Configuration
class DeskWeb implements WebMvcConfigurer {

  private final Clock clock;

  DeskWeb(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new PageModel(clock))
        .excludePathPatterns("/api/**", "/engine-rest/**", "/webjars/**", "/desk/**");
  }
}
