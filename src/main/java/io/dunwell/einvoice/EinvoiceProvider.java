package io.dunwell.einvoice;

import java.io.IOException;
import java.time.LocalDateTime;

/**
 * Whoever carries documents to an invoice registration portal and brings back its answers: the one
 * that the settings name (see {@link HttpProvider}), or a bean that the installation adds. Calls
 * happen outside of any transaction and may be repeated.
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
   * @throws PortalRefusal if it has none, no longer tells, or the registration was cancelled
   * @throws IOException if it could not be asked
   */
  SignedAnswer find(Irn irn) throws PortalRefusal, IOException;

  /**
   * Cancels a registration; the portal allows it for a day.
   *
   * @param remark why, up to 100 characters
   * @return when the portal cancelled it, Indian standard time
   * @throws PortalRefusal if the portal says no
   * @throws IOException if it could not be asked, or its answer did not arrive
   */
  LocalDateTime cancel(Irn irn, CancelReason reason, String remark)
      throws PortalRefusal, IOException;
}
