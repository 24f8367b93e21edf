package io.dunwell.platform;

/**
 * What kind of installation this is.
 *
 * @param embedded whether it runs on its own PostgreSQL
 * @param demo whether it has demo users, a clock that can be moved, and perhaps a demo story
 */
public record Installation(boolean embedded, boolean demo) {}
