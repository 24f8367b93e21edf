package io.dunwell.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Forms carry a masked token that differs each time; scripts send the cookie's value as a header.
 * The names are our own because Camunda's web applications use Spring's default names.
 */
final class CsrfTokens implements CsrfTokenRequestHandler {

  static final String COOKIE = "DUNWELL-CSRF";
  static final String HEADER = "X-DUNWELL-CSRF";

  private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();
  private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();

  static CookieCsrfTokenRepository repository() {
    CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieName(COOKIE);
    repository.setHeaderName(HEADER);
    repository.setCookiePath("/");
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return repository;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    masked.handle(request, response, token);
    // asking for it is what writes the cookie
    var unused = token.get();
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    boolean byScript = request.getHeader(token.getHeaderName()) != null;
    return (byScript ? plain : masked).resolveCsrfTokenValue(request, token);
  }
}
