package io.dunwell.ledger;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the books are kept.
 *
 * @param companyCurrency the currency in which the company looks at all others
 * @param sealPatience how long sealing waits for writers before it is put off
 */
@Validated
@ConfigurationProperties("dunwell.ledger")
record LedgerSettings(
    @NotNull @DefaultValue("INR") Currency companyCurrency,
    @NotNull @DefaultValue("10s") Duration sealPatience) {}
