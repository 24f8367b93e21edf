package io.dunwell.shared.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Names each value of a request that cannot be what it is meant to be, and what would do. */
final class WrongFields {

  private static final int MOST_SHOWN = 60;

  private WrongFields() {}

  /** What is wrong with a body that cannot be read; its field is empty where it is no JSON. */
  static List<Map<String, String>> of(HttpMessageNotReadableException unreadable) {
    if (unreadable.getCause() instanceof JsonMappingException wrong) {
      return List.of(field(path(wrong.getPath()), sentence(wrong)));
    }
    if (unreadable.getCause() instanceof JacksonException broken) {
      JsonLocation at = broken.getLocation();
      return List.of(
          field(
              "",
              at == null
                  ? "This is no well-formed JSON."
                  : "This is no well-formed JSON: look at line %d, column %d."
                      .formatted(at.getLineNr(), at.getColumnNr())));
    }
    return List.of(field("", "The request needs a body in JSON."));
  }

  /** What is wrong with a parameter. */
  static List<Map<String, String>> of(TypeMismatchException mismatch) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(mismatch.getPropertyName());
    return List.of(field(name, sentence(mismatch.getValue(), mismatch.getRequiredType())));
  }

  /** What is wrong with parameters that lie outside of their bounds. */
  static List<Map<String, String>> of(HandlerMethodValidationException invalid) {
    return invalid.getParameterValidationResults().stream()
        .flatMap(each -> each.getResolvableErrors().stream().map(error -> field(each, error)))
        .toList();
  }

  /** All of it in one text. */
  static String sentence(List<Map<String, String>> fields) {
    return fields.stream()
        .map(each -> (each.get("field") + ": " + each.get("message")).replaceFirst("^: ", ""))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> field(
      ParameterValidationResult result, MessageSourceResolvable error) {
    String name = String.valueOf(result.getMethodParameter().getParameterName());
    String inner =
        result instanceof ParameterErrors errors && errors.getFieldError() != null
            ? "." + errors.getFieldError().getField()
            : "";
    return field(name + inner, String.valueOf(error.getDefaultMessage()));
  }

  private static Map<String, String> field(String name, String message) {
    return Map.of("field", name, "message", message);
  }

  private static String path(Collection<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference each : references) {
      if (each.getFieldName() == null) {
        path.append('[').append(each.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return path.toString();
  }

  private static String sentence(JsonMappingException wrong) {
    if (wrong instanceof InvalidFormatException format) {
      return sentence(format.getValue(), format.getTargetType());
    }
    Class<?> wanted =
        wrong instanceof MismatchedInputException other ? other.getTargetType() : null;
    return "This does not have the form that is asked for; " + form(wanted);
  }

  private static String sentence(@Nullable Object value, @Nullable Class<?> wanted) {
    String said = String.valueOf(value);
    String shown = said.length() > MOST_SHOWN ? said.substring(0, MOST_SHOWN) + "…" : said;
    return "“%s” does not do here; %s".formatted(shown, form(wanted));
  }

  private static String form(@Nullable Class<?> wanted) {
    if (wanted == null) {
      return "see /v3/api-docs.";
    }
    if (wanted.isEnum()) {
      return Arrays.stream(wanted.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "it is one of ", "."));
    }
    if (wanted == LocalDate.class || wanted == YearMonth.class) {
      return "write a day of the calendar as 2026-11-30, a month as 2026-11.";
    }
    if (wanted == UUID.class) {
      return "write an id, such as 0199f3a2-0000-7000-8000-000000000001.";
    }
    if (wanted == Currency.class) {
      return "write a currency as INR.";
    }
    return ofBasics(wanted);
  }

  private static String ofBasics(Class<?> wanted) {
    if (wanted == boolean.class || wanted == Boolean.class) {
      return "write true or false.";
    }
    if (wanted == BigDecimal.class || Number.class.isAssignableFrom(wanted)) {
      return "write a number as 1250.50, without commas.";
    }
    if (wanted.isPrimitive()) {
      return "write a whole number.";
    }
    return Collection.class.isAssignableFrom(wanted)
        ? "write a list in brackets."
        : "see /v3/api-docs.";
  }
}
