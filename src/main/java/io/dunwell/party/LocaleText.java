package io.dunwell.party;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps languages as BCP 47 tags, {@code en-IN}, not in Java's own spelling. */
@Converter
class LocaleText implements AttributeConverter<@Nullable Locale, @Nullable String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Locale language) {
    return language == null ? null : language.toLanguageTag();
  }

  @Override
  public @Nullable Locale convertToEntityAttribute(@Nullable String tag) {
    return tag == null ? null : Locale.forLanguageTag(tag);
  }
}
