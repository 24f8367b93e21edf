package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The provider, if there is one, and what people are told if it cannot be used. */
@Component
class Carriers {

  private final ObjectProvider<EinvoiceProvider> provider;

  Carriers(ObjectProvider<EinvoiceProvider> provider) {
    this.provider = provider;
  }

  boolean any() {
    return provider.getIfAvailable() != null;
  }

  /**
   * @throws RuleViolation {@code einvoice.no-provider}
   */
  EinvoiceProvider present() {
    EinvoiceProvider carrier = provider.getIfAvailable();
    if (carrier == null) {
      throw new RuleViolation(
          "einvoice.no-provider",
          "No provider for the invoice registration portal is installed; configure"
              + " dunwell.einvoice.provider, or register the invoice by hand.");
    }
    return carrier;
  }

  /**
   * @throws RuleViolation {@code einvoice.provider-login} if the refusal is no word about the
   *     document
   */
  void refuseLogin(PortalRefusal refusal) {
    if (refusal.isAboutLogin()) {
      throw new RuleViolation(
          "einvoice.provider-login",
          "The portal does not let us in (%s: %s): check dunwell.einvoice.provider and the seller's GSTIN."
              .formatted(refusal.code(), refusal.text()));
    }
  }
}
