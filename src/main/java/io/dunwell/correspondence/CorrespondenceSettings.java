package io.dunwell.correspondence;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes, how mail leaves, and how long letters are kept.
 *
 * @param sender whose letters these are
 * @param smtp the mail server; without a host letters stay in the outbox
 * @param retention how long a letter's bytes are kept after its day; its hash is kept for ever
 * @param dailyCap how many letters a customer gets a day over all currencies, those not counted
 *     that a person releases
 * @param maxAge a letter older than this does not leave by itself any more: a person releases it
 * @param lease a sending that takes longer than this was interrupted
 * @param poll how often the outbox is looked at
 */
@ConfigurationProperties("dunwell.correspondence")
record CorrespondenceSettings(
    @DefaultValue Letterhead sender,
    @DefaultValue Smtp smtp,
    @DefaultValue("8y") Period retention,
    @DefaultValue("3") int dailyCap,
    @DefaultValue("10d") Period maxAge,
    @DefaultValue("10m") Duration lease,
    @DefaultValue("5s") Duration poll) {

  /** How the connection to the mail server is protected. */
  enum Tls {
    NONE,
    STARTTLS,
    SSL
  }

  /**
   * The mail server.
   *
   * @param host its name; without one nothing is sent
   * @param port its port
   * @param username login, or null for none
   * @param password password, or null for none
   * @param from the address that letters come from
   * @param replyTo where answers go, or null for {@code from}
   * @param tls protection; {@code STARTTLS} is insisted on, never merely tried
   * @param sslBundle a Spring SSL bundle with the authorities to trust, or null for the platform's
   * @param timeout how long connecting, reading and writing may each take
   */
  record Smtp(
      @Nullable String host,
      @DefaultValue("587") int port,
      @Nullable String username,
      @Nullable String password,
      @Nullable String from,
      @Nullable String replyTo,
      @DefaultValue("STARTTLS") Tls tls,
      @Nullable String sslBundle,
      @DefaultValue("20s") Duration timeout) {

    boolean configured() {
      return host != null && !host.isBlank();
    }

    Smtp {
      if (host != null && !host.isBlank() && (from == null || from.isBlank())) {
        throw new IllegalArgumentException(
            "dunwell.correspondence.smtp.from is missing: letters need an address to come from");
      }
    }

    @Override
    public String toString() {
      return "Smtp[" + host + ":" + port + ", " + tls + "]";
    }
  }
}
