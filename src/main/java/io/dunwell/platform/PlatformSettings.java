package io.dunwell.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this copy of Dunwell lives.
 *
 * @param dataDir where the embedded PostgreSQL keeps its data between starts
 * @param zone the business zone: what day it is, everywhere in the application
 */
@ConfigurationProperties("dunwell")
public record PlatformSettings(
    @DefaultValue("data") Path dataDir, @DefaultValue("Asia/Kolkata") ZoneId zone) {}
