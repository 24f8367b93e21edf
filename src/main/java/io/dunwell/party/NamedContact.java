package io.dunwell.party;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has found out about whom to write to.
 *
 * @param name null if it is not known: a name that is known already stays
 * @param email where reminders go from now on
 * @param phone null if it is not known: a number that is known already stays
 */
public record NamedContact(
    ContactRole role, @Nullable String name, String email, @Nullable String phone) {}
