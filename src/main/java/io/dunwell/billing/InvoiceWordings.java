package io.dunwell.billing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The languages that billing documents are printed in: those whose texts are shipped. */
@Component
class InvoiceWordings {

  private static final Set<String> LANGUAGES = Set.of("en", "de", "hi");

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  InvoiceWordings() {
    messages.setBasename("messages/invoices");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
  }

  MessageSource messages() {
    return messages;
  }

  /** The wording of a customer's language; English, with that country's formats, where none is. */
  InvoiceWording of(Locale wanted) {
    Locale locale =
        LANGUAGES.contains(wanted.getLanguage())
            ? new Locale(wanted.getLanguage(), wanted.getCountry())
            : Locale.ENGLISH;
    return new InvoiceWording(locale, messages);
  }
}
