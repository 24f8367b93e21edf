package io.dunwell.withholding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether this company has to do with taxes at source.
 *
 * @param taxesAtSource whether taxes collected and deducted at source are looked at
 */
@ConfigurationProperties("dunwell.billing")
record WithholdingSettings(@DefaultValue("true") boolean taxesAtSource) {}
