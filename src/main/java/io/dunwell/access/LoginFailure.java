package io.dunwell.access;

import io.dunwell.access.Throttle.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says what was wrong. */
class LoginFailure implements AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    String why =
        refusal instanceof TooManyAttempts wait ? "wait=" + wait.pause().toSeconds() : "error";
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }
}
