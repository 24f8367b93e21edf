package io.dunwell.einvoice;

/**
 * A published rule that a document breaks.
 *
 * @param rule its published id, for example {@code BR-CO-15}; {@code schema} for the XML schema
 * @param text what it demands
 * @param fatal whether the document is invalid for it, or only doubtful
 */
public record BrokenRule(String rule, String text, boolean fatal) {}
