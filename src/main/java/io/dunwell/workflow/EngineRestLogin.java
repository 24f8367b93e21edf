package io.dunwell.workflow;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who is calling its REST interface: whoever logged in to Dunwell. */
class EngineRestLogin extends OncePerRequestFilter {

  private final IdentityService identity;
  private final Deputies deputies;

  EngineRestLogin(IdentityService identity, Deputies deputies) {
    this.identity = identity;
    this.deputies = deputies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Principal caller = request.getUserPrincipal();
    if (caller == null) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    identity.setAuthentication(caller.getName(), groupsOf(caller.getName()));
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> groupsOf(String name) {
    return deputies.groupsOf(name).stream().map(Group::id).toList();
  }
}
