package io.dunwell.einvoice;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Indian invoice registration portal.
 *
 * @param portalKeys the portal's public keys or certificates as PEM; an answer has to be signed
 *     with one of them. The portal changes its key from time to time: keep the old ones.
 */
@ConfigurationProperties("dunwell.einvoice")
record EinvoiceSettings(@DefaultValue List<String> portalKeys) {}
