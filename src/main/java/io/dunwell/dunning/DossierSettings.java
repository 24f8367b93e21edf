package io.dunwell.dunning;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What goes into a dossier for the lawyer.
 *
 * @param interestPercent percent a year that is computed as claimable; 0 to leave it to the lawyer
 */
@Validated
@ConfigurationProperties("dunwell.dunning.dossier")
record DossierSettings(@PositiveOrZero @DefaultValue("12") BigDecimal interestPercent) {}
