package io.dunwell.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who comes first, and how much may be said at once.
 *
 * @param adminUser login name of the administrator to create on a database without one
 * @param adminPassword the password of that administrator
 * @param longestBody how long the body of a request may be that is not an upload
 */
@ConfigurationProperties("dunwell")
record AccessSettings(
    @Nullable String adminUser,
    @Nullable String adminPassword,
    @DefaultValue("2MB") DataSize longestBody) {}
