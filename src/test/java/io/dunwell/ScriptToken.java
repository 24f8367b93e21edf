package io.dunwell;

import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token that a script of ours sends, as cookie and as header. Spring's own {@code csrf()} puts
 * another repository into the filter that the real server shares, and leaves it there.
 */
public final class ScriptToken {

  private static final String VALUE = "0197b7a0-0000-7000-8000-000000000000";

  private ScriptToken() {}

  public static RequestPostProcessor csrf() {
    return request -> {
      request.setCookies(new Cookie("DUNWELL-CSRF", VALUE));
      request.addHeader("X-DUNWELL-CSRF", VALUE);
      return request;
    };
  }
}
