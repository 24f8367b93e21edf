package io.dunwell.correspondence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a dispatch's state as the table spells it. */
@Converter
class DispatchStateColumn implements AttributeConverter<DispatchState, String> {

  @Override
  public String convertToDatabaseColumn(DispatchState state) {
    return state.key();
  }

  @Override
  public DispatchState convertToEntityAttribute(String text) {
    return DispatchState.of(text);
  }
}
