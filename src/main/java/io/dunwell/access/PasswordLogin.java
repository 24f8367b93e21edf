package io.dunwell.access;

import io.dunwell.workflow.Identities;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets people in by name and password, unless too many wrong ones came before. */
@Component
class PasswordLogin implements AuthenticationProvider {

  private final Identities identities;
  private final Throttle throttle;

  PasswordLogin(Identities identities, Throttle throttle) {
    this.identities = identities;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(attempt.getCredentials());
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    if (!name.matches("[\\p{Graph}]{1,60}")) {
      throw new BadCredentialsException("Nobody is called that.");
    }
    throttle.check(name, address);
    if (!identities.passwordFits(name, password)) {
      throttle.failed(name, address);
      throw new BadCredentialsException("The name or the password is wrong.");
    }
    throttle.succeeded(name, address);
    var login = LoggedIn.as(identities.person(name).orElseThrow());
    var token =
        UsernamePasswordAuthenticationToken.authenticated(login, null, login.getAuthorities());
    token.setDetails(attempt.getDetails());
    return token;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
