package io.dunwell.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** To the login page; Tasklist and Cockpit only want to hear that it is done. */
class LogoutAnswer implements LogoutSuccessHandler {

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    if (Requests.isEngineAppLogout(request)) {
      response.setStatus(HttpServletResponse.SC_OK);
    } else {
      response.sendRedirect(request.getContextPath() + "/login?logout");
    }
  }
}
