package io.dunwell.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The languages that letters are written in: those whose texts are shipped. */
@Component
class Wordings {

  static final Set<String> LANGUAGES = Set.of("en", "de", "hi");

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
  private final ConcurrentMap<String, Wording> byTag = new ConcurrentHashMap<>();

  Wordings() {
    messages.setBasename("messages/letters");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
  }

  MessageSource messages() {
    return messages;
  }

  /** The wording for a language tag; English, with that country's formats, where we have none. */
  Wording of(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    Locale locale =
        LANGUAGES.contains(wanted.getLanguage())
            ? new Locale(wanted.getLanguage(), wanted.getCountry())
            : Locale.ENGLISH;
    return byTag.computeIfAbsent(locale.toLanguageTag(), known -> new Wording(locale, messages));
  }
}
