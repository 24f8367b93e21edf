package io.dunwell.access;

import io.dunwell.workflow.Identities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets machines in that bring a token, and refuses what other sites make a browser send. */
@Component
class TokenLogin extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final Identities identities;
  private final Challenges challenges;

  TokenLogin(Tokens tokens, Identities identities, Challenges challenges) {
    this.tokens = tokens;
    this.identities = identities;
    this.challenges = challenges;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    if (Requests.isForged(request) || (bearer && !enter(header.substring(BEARER.length())))) {
      challenges.commence(
          request, response, new BadCredentialsException("The token is not valid."));
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean enter(String secret) {
    Optional<UsernamePasswordAuthenticationToken> login =
        tokens
            .owner(secret.strip())
            .flatMap(identities::person)
            .map(LoggedIn::as)
            .map(
                who ->
                    UsernamePasswordAuthenticationToken.authenticated(
                        who, null, who.getAuthorities()));
    login.ifPresent(
        authentication -> {
          SecurityContext context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(authentication);
          SecurityContextHolder.setContext(context);
        });
    return login.isPresent();
  }
}
