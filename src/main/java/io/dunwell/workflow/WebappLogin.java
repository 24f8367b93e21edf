package io.dunwell.workflow;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/** Lets whoever logged in to Dunwell into Tasklist and Cockpit without a second login. */
class WebappLogin extends ContainerBasedAuthenticationFilter {

  private static final Pattern WHO_IS_IT = Pattern.compile("/api/admin/auth/user/([^/]+)$");

  private final Deputies deputies;

  WebappLogin(Deputies deputies) {
    this.deputies = deputies;
    authenticationProvider = new DunwellLogin(deputies);
  }

  @Override
  public void init(FilterConfig config) {
    // the original wants the name of a class here; ours is there already
  }

  /** Also where an application asks who is logged in, which the original leaves out. */
  @Override
  protected @Nullable String extractEngineName(HttpServletRequest request) {
    Matcher whoIsIt = WHO_IS_IT.matcher(request.getRequestURI());
    return whoIsIt.find() ? whoIsIt.group(1) : super.extractEngineName(request);
  }

  /** Who stands in for somebody since their last click is known anew, with the groups lent. */
  @Override
  protected boolean existisAuthentication(Authentications known, String engine, String user) {
    return super.existisAuthentication(known, engine, user)
        && known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication before
        && Set.copyOf(before.getGroupIds()).equals(Set.copyOf(groupsOf(deputies, user)));
  }

  private static List<String> groupsOf(Deputies deputies, String user) {
    return deputies.groupsOf(user).stream().map(Group::id).toList();
  }

  private static final class DunwellLogin implements AuthenticationProvider {

    private final Deputies deputies;

    DunwellLogin(Deputies deputies) {
      this.deputies = deputies;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      Principal caller = request.getUserPrincipal();
      if (caller == null) {
        return AuthenticationResult.unsuccessful();
      }
      AuthenticationResult result = AuthenticationResult.successful(caller.getName());
      result.setGroups(groupsOf(deputies, caller.getName()));
      return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // Dunwell's own chain has challenged before
    }
  }
}
