package io.dunwell.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who comes first.
 *
 * @param adminUser login name of the administrator to create on a database without one
 * @param adminPassword the password of that administrator
 */
@ConfigurationProperties("dunwell")
record AccessSettings(@Nullable String adminUser, @Nullable String adminPassword) {}
