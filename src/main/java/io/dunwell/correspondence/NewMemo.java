package io.dunwell.correspondence;

/**
 * A short mail to somebody of the house.
 *
 * @param key what it is about and for whom; the same key is never written twice
 * @param recipient login name of whom it is for
 * @param toAddress their address; where there is none, nothing is written
 * @param subject one line
 * @param text plain text
 * @param about business key of what it is about
 */
public record NewMemo(
    String key, String recipient, String toAddress, String subject, String text, String about) {}
