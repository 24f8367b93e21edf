package io.dunwell.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this copy of Dunwell lives.
 *
 * @param dataDir where the embedded PostgreSQL keeps its data between starts
 * @param embeddedDurable whether the embedded PostgreSQL survives a power cut; tests need not
 * @param demo whether to have demo users and a clock that can be moved; on the embedded database
 *     only
 * @param zone the business zone: what day it is, everywhere in the application
 */
@ConfigurationProperties("dunwell")
public record PlatformSettings(
    @DefaultValue("data") Path dataDir,
    @DefaultValue("true") boolean embeddedDurable,
    @DefaultValue("true") boolean demo,
    @DefaultValue("Asia/Kolkata") ZoneId zone) {}
