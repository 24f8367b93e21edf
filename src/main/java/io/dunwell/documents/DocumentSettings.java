package io.dunwell.documents;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be filed and how long it is kept.
 *
 * @param maxSize the largest document that is accepted
 * @param retention how long bytes are kept; their hash is kept for ever
 * @param virusScanner {@code clamd://host:port} of a ClamAV daemon; nothing is scanned without
 * @param virusScannerPatience how long its answer is waited for
 */
@ConfigurationProperties("dunwell.documents")
record DocumentSettings(
    @DefaultValue("20MB") DataSize maxSize,
    @DefaultValue("8y") Period retention,
    @Nullable URI virusScanner,
    @DefaultValue("20s") Duration virusScannerPatience) {}
