package io.dunwell.einvoice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Speaks with the provider that the settings name; with none if they name none. */
@Configuration(proxyBeanMethods = false)
class ProviderChoice {

  @Bean
  @ConditionalOnExpression("!'${dunwell.einvoice.provider.url:}'.isBlank()")
  EinvoiceProvider httpProvider(EinvoiceSettings settings) {
    return new HttpProvider(new PortalLine(settings.provider(), settings.seller().taxNumber()));
  }
}
