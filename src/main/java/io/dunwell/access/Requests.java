package io.dunwell.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Tells requests apart: machines and people, interfaces and pages. */
final class Requests {

  static final List<HttpMethod> WRITING =
      List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private Requests() {}

  /** Whether it goes to an interface and brings its own credentials. */
  static boolean fromMachine(HttpServletRequest request) {
    return isApi(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /** Whether the caller expects data, not a page. */
  static boolean isApi(HttpServletRequest request) {
    String path = path(request);
    return path.startsWith("/api/")
        || path.startsWith("/engine-rest")
        || path.startsWith("/camunda/api/")
        || path.startsWith("/v3/api-docs");
  }

  static boolean isEngineApp(HttpServletRequest request) {
    return path(request).startsWith("/camunda/");
  }

  static boolean isLogout(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && (path(request).equals("/logout") || isEngineAppLogout(request));
  }

  static boolean isEngineAppLogout(HttpServletRequest request) {
    return path(request).matches("/camunda/api/admin/auth/user/[^/]+/logout");
  }

  /** Whether another site made the browser send it, with credentials that the browser keeps. */
  static boolean isForged(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && (site.equals("cross-site") || site.equals("same-site"));
  }

  /** Whether a browser sent it: those say so in a header that no script can set. */
  static boolean fromBrowser(HttpServletRequest request) {
    return request.getHeader("Sec-Fetch-Mode") != null;
  }

  /** Remembers only pages: nobody wants to land on a picture or a call after logging in. */
  static RequestCache worthComingBackTo() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && !isApi(request)
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
