package io.dunwell.workflow;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** Lets whoever logged in to Dunwell into Tasklist and Cockpit without a second login. */
class WebappLogin extends ContainerBasedAuthenticationFilter {

  WebappLogin() {
    authenticationProvider = new DunwellLogin();
  }

  @Override
  public void init(FilterConfig config) {
    // the original wants the name of a class here; ours is there already
  }

  private static final class DunwellLogin implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      Principal caller = request.getUserPrincipal();
      return caller == null
          ? AuthenticationResult.unsuccessful()
          : AuthenticationResult.successful(caller.getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // Dunwell's own chain has challenged before
    }
  }
}
