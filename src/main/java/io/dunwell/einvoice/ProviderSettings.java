package io.dunwell.einvoice;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider that carries documents to the portal (a GSP), or the portal's own API, and how it
 * knows us.
 *
 * @param url where its API begins, for example {@code https://gsp.example.com}; empty for none
 * @param clientId what the provider gave the program
 * @param clientSecret its secret
 * @param userName the API user that the company made at the portal
 * @param password the password
 * @param publicKey the portal's public key for logins as PEM, where one speaks with its own API and
 *     not with a provider that leaves encryption to TLS; empty for a provider
 * @param timeout how long an answer is waited for
 * @param poll how often what is unanswered is looked at
 */
record ProviderSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String userName,
    @DefaultValue("") String password,
    @DefaultValue("") String publicKey,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("1m") Duration poll) {}
