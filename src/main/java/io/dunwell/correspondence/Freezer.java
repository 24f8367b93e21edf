package io.dunwell.correspondence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunwell.shared.Money;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Turns the facts of a letter into the text that is kept, and back. */
@Component
class Freezer {

  private final ObjectWriter writer;
  private final ObjectReader reader;

  Freezer() {
    SimpleModule money = new SimpleModule("money");
    money.addSerializer(Money.class, new MoneyText());
    money.addDeserializer(Money.class, new TextMoney());
    JsonMapper mapper =
        JsonMapper.builder()
            .addModules(new JavaTimeModule(), money)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    writer = mapper.writerFor(FrozenLetter.class);
    reader = mapper.readerFor(FrozenLetter.class);
  }

  String freeze(FrozenLetter letter) {
    try {
      return writer.writeValueAsString(letter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A letter's facts cannot be written down", e);
    }
  }

  FrozenLetter thaw(String text) {
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A letter's facts cannot be read any more", e);
    }
  }

  private static final class MoneyText extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(money.toString());
    }
  }

  private static final class TextMoney extends JsonDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText();
      return Money.of(text.substring(4), text.substring(0, 3));
    }
  }
}
