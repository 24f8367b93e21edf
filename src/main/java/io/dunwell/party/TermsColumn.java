package io.dunwell.party;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps payment terms as their text. */
@Converter
class TermsColumn implements AttributeConverter<PaymentTerms, String> {

  @Override
  public String convertToDatabaseColumn(PaymentTerms terms) {
    return terms.toString();
  }

  @Override
  public PaymentTerms convertToEntityAttribute(String text) {
    return PaymentTerms.parse(text);
  }
}
