package io.dunwell.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.access.Throttle.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells callers of an interface, in problem+json, that they have to log in or may not. */
@Component
class Challenges implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;

  Challenges(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof TooManyAttempts wait) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.pause().toSeconds()));
      write(
          response, HttpStatus.TOO_MANY_REQUESTS, "access.wait", String.valueOf(wait.getMessage()));
      return;
    }
    // a browser would keep what is typed into its own box and send it along for other sites
    if (!Requests.fromBrowser(request)) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Dunwell\", charset=\"UTF-8\"");
    }
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        "access.login-needed",
        "Log in with a name and password (HTTP Basic) or a token (Bearer).");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    if (refusal instanceof CsrfException) {
      write(
          response,
          HttpStatus.FORBIDDEN,
          "access.csrf",
          "Send the value of the cookie %s in the header %s."
              .formatted(CsrfTokens.COOKIE, CsrfTokens.HEADER));
      return;
    }
    write(
        response,
        HttpStatus.FORBIDDEN,
        "access.denied",
        "You may not do this. An administrator can add you to a group that may.");
  }

  private void write(HttpServletResponse response, HttpStatus status, String code, String sentence)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setType(URI.create("urn:dunwell:" + code));
    problem.setProperty("code", code);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
