package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What the portal answers.
 *
 * @param irn invoice reference number
 * @param ackNumber number of the acknowledgement
 * @param ackAt its time, Indian standard time
 * @param signedInvoice the document as registered, as JWS (RS256)
 * @param signedQrCode the text of the QR code to print, as JWS (RS256)
 */
public record SignedAnswer(
    Irn irn, String ackNumber, LocalDateTime ackAt, String signedInvoice, String signedQrCode) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /**
   * From the portal's JSON.
   *
   * @throws IllegalArgumentException if something is missing or no date
   */
  public static SignedAnswer of(JsonNode json) {
    try {
      return new SignedAnswer(
          new Irn(text(json, "Irn")),
          text(json, "AckNo"),
          LocalDateTime.parse(text(json, "AckDt").strip(), TIME),
          text(json, "SignedInvoice"),
          text(json, "SignedQRCode"));
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException("AckDt is no time: " + noTime.getMessage(), noTime);
    }
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull() || value.asText().isBlank()) {
      throw new IllegalArgumentException("The portal's answer has no " + field);
    }
    return value.asText();
  }
}
