package io.dunwell.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The login form that Tasklist and Cockpit show in an open page once its session has ended: what is
 * typed there is a login to Dunwell, with the same throttle. The header of their own token, which
 * no other site can set, has to be there.
 */
final class EngineAppLogin {

  private EngineAppLogin() {}

  static UsernamePasswordAuthenticationFilter filter(AuthenticationProvider people) {
    var filter = new UsernamePasswordAuthenticationFilter(new ProviderManager(people));
    filter.setRequiresAuthenticationRequestMatcher(EngineAppLogin::matches);
    filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    filter.setAuthenticationFailureHandler(
        (request, response, refusal) -> response.setStatus(HttpServletResponse.SC_UNAUTHORIZED));
    filter.setAuthenticationSuccessHandler(
        (request, response, login) -> {
          // where the application finds out who it is talking to
          response.setStatus(HttpServletResponse.SC_SEE_OTHER);
          response.setHeader(
              HttpHeaders.LOCATION, request.getRequestURI().replaceFirst("/login/.*", ""));
        });
    return filter;
  }

  private static boolean matches(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && request.getHeader("X-XSRF-TOKEN") != null
        && Requests.path(request).matches("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
  }
}
