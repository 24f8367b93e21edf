package io.dunwell.access;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;

/** Nothing answers without a login but the login itself and the health check. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityChains {

  private static final String[] OPEN = {
    "/login",
    "/actuator/health",
    "/actuator/health/**",
    "/favicon.ico",
    "/desk/**",
    "/webjars/tabler__core/**",
    "/webjars/tabler__icons-webfont/**"
  };

  /** Doors of the engine's web applications that would lead around our own login and users. */
  private static final String[] WALLED_UP = {
    "/camunda/app/admin/**",
    "/camunda/api/admin/setup/**",
    "/camunda/api/admin/plugin/**",
    "/camunda/api/admin/auth/user/*/login/**"
  };

  private static final String[] ENGINE_USERS = {
    "/camunda/api/engine/engine/*/user/**",
    "/camunda/api/engine/engine/*/identity/verify",
    "/engine-rest/user/**",
    "/engine-rest/identity/verify",
    "/engine-rest/engine/*/user/**",
    "/engine-rest/engine/*/identity/verify"
  };

  /** Machines: every call brings its own credentials, nothing is remembered. */
  @Bean
  @Order(1)
  SecurityFilterChain machines(HttpSecurity http, TokenLogin tokens, Challenges challenges)
      throws Exception {
    return http.securityMatcher(Requests::fromMachine)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .authorizeHttpRequests(SecurityChains::machineRules)
        .httpBasic(basic -> basic.authenticationEntryPoint(challenges))
        .addFilterBefore(tokens, BasicAuthenticationFilter.class)
        .exceptionHandling(
            e -> e.authenticationEntryPoint(challenges).accessDeniedHandler(challenges))
        .headers(SecurityHeaders::forMachines)
        .build();
  }

  /** People: a form, a session, and a token in every form against forged requests. */
  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http, PasswordLogin login, Challenges challenges)
      throws Exception {
    return http.authorizeHttpRequests(SecurityChains::rules)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(CsrfTokens.repository())
                    .csrfTokenRequestHandler(new CsrfTokens())
                    // Camunda's own filter looks after these
                    .ignoringRequestMatchers("/camunda/api/**", "/camunda/app/**"))
        .addFilterBefore(EngineAppLogin.filter(login), UsernamePasswordAuthenticationFilter.class)
        .formLogin(form -> form.loginPage("/login").failureHandler(new LoginFailure()))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(Requests::isLogout)
                    .logoutSuccessHandler(new LogoutAnswer())
                    .deleteCookies(CsrfTokens.COOKIE))
        .requestCache(cache -> cache.requestCache(Requests.worthComingBackTo()))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(entrance(challenges))
                    .accessDeniedHandler(refusal(challenges)))
        .headers(SecurityHeaders::forPeople)
        .anonymous(withDefaults())
        .build();
  }

  /** Interfaces answer 401, pages lead to the login. */
  private static AuthenticationEntryPoint entrance(Challenges challenges) {
    var entrance =
        new DelegatingAuthenticationEntryPoint(
            new LinkedHashMap<>(Map.of(Requests::isApi, challenges)));
    entrance.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"));
    return entrance;
  }

  /**
   * Interfaces answer with a problem, pages with the error page; who sends a form after the session
   * has ended is asked to log in again.
   */
  private static AccessDeniedHandler refusal(Challenges challenges) {
    AccessDeniedHandler page = new AccessDeniedHandlerImpl();
    return (request, response, denied) -> {
      boolean ended =
          denied instanceof CsrfException
              && SecurityContextHolder.getContext().getAuthentication() == null;
      if (ended && asksForAPage(request)) {
        response.sendRedirect(request.getContextPath() + "/login?ended");
        return;
      }
      (Requests.isApi(request) ? challenges : page).handle(request, response, denied);
    };
  }

  private static boolean asksForAPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
        .permitAll()
        .requestMatchers(OPEN)
        .permitAll();
    machineRules(requests);
  }

  private static void machineRules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.requestMatchers(WALLED_UP).denyAll();
    for (HttpMethod method : Requests.WRITING) {
      requests.requestMatchers(method, ENGINE_USERS).denyAll();
    }
    requests
        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
        .hasAnyRole("MANAGER", "ADMIN");
    requests.requestMatchers("/actuator/**").hasRole("ADMIN").anyRequest().authenticated();
  }
}
