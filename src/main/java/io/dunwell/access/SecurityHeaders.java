package io.dunwell.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told not to do with our answers. */
final class SecurityHeaders {

  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'self'";
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void forMachines(HeadersConfigurer<HttpSecurity> headers) {
    common(headers);
    headers.contentSecurityPolicy(csp -> csp.policyDirectives(DATA));
  }

  /** Camunda's web applications need, and send, a policy of their own. */
  static void forPeople(HeadersConfigurer<HttpSecurity> headers) {
    common(headers);
    headers.addHeaderWriter(
        new DelegatingRequestMatcherHeaderWriter(
            request -> !Requests.isEngineApp(request),
            new ContentSecurityPolicyHeaderWriter(PAGES)));
  }

  private static void common(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .frameOptions(frame -> frame.sameOrigin())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"));
  }
}
