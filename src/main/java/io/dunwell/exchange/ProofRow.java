package io.dunwell.exchange;

import io.dunwell.contracts.ProofKind;

/** A row of the index: which file proves which delivery. */
record ProofRow(String delivery, String file, ProofKind kind) {}
