package io.dunwell.access;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Secrets by which machines log in on behalf of a person, each with its end. */
@Service
public class Tokens {

  private static final int LONGEST_DAYS = 365;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Tokens(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Issues a token for the person who asks. Its secret is in the answer and nowhere else.
   *
   * @throws RuleViolation {@code token.lifetime} if it would live for more than a year or no day
   */
  @Transactional
  public NewToken issue(String label, Duration lifetime, Actor by) {
    if (lifetime.toDays() < 1 || lifetime.toDays() > LONGEST_DAYS) {
      throw new RuleViolation(
          "token.lifetime", "A token lives from 1 to " + LONGEST_DAYS + " days.");
    }
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String secret = "dw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    UUID id = Ids.next();
    jdbc.sql(
            "insert into access.token (id, person, label, hash, expires_at)"
                + " values (?, ?, ?, ?, clock_timestamp() + make_interval(days => ?))")
        .params(id, by.name(), label, hash(secret), (int) lifetime.toDays())
        .update();
    audit(by, "token.issued", id, label);
    return new NewToken(id, secret);
  }

  /** The tokens of a person, the newest first; their secrets are not known. */
  public List<TokenView> of(String person) {
    return jdbc.sql(
            "select id, label, created_at, expires_at, last_used_at, revoked_at from access.token"
                + " where person = ? order by created_at desc, id desc")
        .param(person)
        .query(TokenView.class)
        .list();
  }

  /**
   * Ends a token of one's own at once.
   *
   * @throws RuleViolation {@code token.unknown} if the person has no such token
   */
  @Transactional
  public void revoke(UUID id, Actor by) {
    int revoked =
        jdbc.sql(
                "update access.token set revoked_at = coalesce(revoked_at, clock_timestamp())"
                    + " where id = ? and person = ?")
            .params(id, by.name())
            .update();
    if (revoked == 0) {
      throw new RuleViolation("token.unknown", "You have no such token.");
    }
    audit(by, "token.revoked", id, "");
  }

  /** Ends all tokens of a person. */
  void revokeAll(String person) {
    jdbc.sql(
            "update access.token set revoked_at = clock_timestamp()"
                + " where person = ? and revoked_at is null")
        .param(person)
        .update();
  }

  /** Whose token this is, if it is valid; notes its use once a minute. */
  Optional<String> owner(String secret) {
    byte[] hash = hash(secret);
    Optional<String> owner =
        jdbc.sql(
                "select person from access.token where hash = ? and revoked_at is null"
                    + " and expires_at > clock_timestamp()")
            .param(hash)
            .query(String.class)
            .optional();
    owner.ifPresent(
        person ->
            jdbc.sql(
                    "update access.token set last_used_at = clock_timestamp() where hash = ? and"
                        + " coalesce(last_used_at, '-infinity')"
                        + " < clock_timestamp() - interval '1 minute'")
                .param(hash)
                .update());
    return owner;
  }

  private void audit(Actor by, String act, UUID id, String label) {
    events.publishEvent(new Auditable(by, act, "token", id.toString(), Map.of("label", label)));
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
