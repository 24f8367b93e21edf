package io.dunwell.billing;

import java.util.Locale;

/** How states are called in sentences. */
final class States {

  private States() {}

  static String of(InvoiceStatus status) {
    return status == InvoiceStatus.DRAFT ? "a draft" : status.name().toLowerCase(Locale.ROOT);
  }
}
