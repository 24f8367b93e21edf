package io.dunwell.einvoice;

import java.io.IOException;

/**
 * Whoever carries documents to an invoice registration portal and brings back its answers: a bean
 * that the installation adds. Calls happen outside of any transaction and may be repeated.
 */
public interface EinvoiceProvider {

  /**
   * Has a document registered.
   *
   * @param payload INV-01 as JSON
   * @throws PortalRefusal if the portal says no
   * @throws IOException if it could not be asked, or its answer did not arrive
   */
  SignedAnswer register(String payload) throws PortalRefusal, IOException;

  /**
   * The answer that the portal once gave.
   *
   * @throws PortalRefusal if it has none, or no longer tells
   * @throws IOException if it could not be asked
   */
  SignedAnswer find(Irn irn) throws PortalRefusal, IOException;
}
