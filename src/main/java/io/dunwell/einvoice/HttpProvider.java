package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A provider over HTTP that offers NIC's e-Invoice API 1.03 as GST Suvidha providers simplify it:
 * the same paths, names and error codes, with the encryption of bodies left to TLS; or that API
 * itself with its encryption, see {@link NicEncryption}.
 *
 * <table>
 * <caption>Calls, each below the configured address</caption>
 * <tr><td>{@code POST /eivital/v1.04/auth}</td>
 * <td>{@code {"UserName", "Password", "ForceRefreshAccessToken"}} gives {@code {"AuthToken"}}</td></tr>
 * <tr><td>{@code POST /eicore/v1.03/Invoice}</td>
 * <td>INV-01 gives {@code {"AckNo", "AckDt", "Irn", "SignedInvoice", "SignedQRCode", "Status":
 * "ACT"}}</td></tr>
 * <tr><td>{@code GET /eicore/v1.03/Invoice/irn/<irn>}</td>
 * <td>the same; {@code "Status": "CNL"} once it is cancelled</td></tr>
 * <tr><td>{@code POST /eicore/v1.03/Invoice/Cancel}</td>
 * <td>{@code {"Irn", "CnlRsn": "1" to "4", "CnlRem"}} gives {@code {"Irn", "CancelDate"}}</td></tr>
 * </table>
 *
 * Every call bears the headers {@code client_id}, {@code client_secret} and {@code Gstin}, and
 * after the login {@code user_name} and {@code AuthToken}. Every answer is {@code {"Status": 1,
 * "Data": …}} or {@code {"Status": 0, "ErrorDetails": [{"ErrorCode": "2150", "ErrorMessage":
 * "Duplicate IRN"}]}}; {@code Data} may also be that JSON as text.
 */
final class HttpProvider implements EinvoiceProvider {

  private static final String INVOICE = "/eicore/v1.03/Invoice";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final PortalLine line;

  HttpProvider(PortalLine line) {
    this.line = line;
  }

  @Override
  public SignedAnswer register(String payload) throws PortalRefusal, IOException {
    return answer(line.post(INVOICE, payload));
  }

  @Override
  public SignedAnswer find(Irn irn) throws PortalRefusal, IOException {
    JsonNode found = line.get(INVOICE + "/irn/" + irn.value());
    if (found.path("Status").asText().equals("CNL")) {
      throw new PortalRefusal(
          PortalRefusal.NOT_ACTIVE,
          "This number was registered and cancelled; the portal does not take it again.");
    }
    return answer(found);
  }

  @Override
  public LocalDateTime cancel(Irn irn, CancelReason reason, String remark)
      throws PortalRefusal, IOException {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("Irn", irn.value())
            .put("CnlRsn", reason.code())
            .put("CnlRem", remark)
            .toString();
    String at = line.post(INVOICE + "/Cancel", body).path("CancelDate").asText().strip();
    try {
      return LocalDateTime.parse(at, TIME);
    } catch (DateTimeException noTime) {
      throw new IOException("The answer to a cancellation bears no date: " + at, noTime);
    }
  }

  private static SignedAnswer answer(JsonNode data) throws IOException {
    try {
      return SignedAnswer.of(data);
    } catch (IllegalArgumentException incomplete) {
      throw new IOException("The provider's answer is incomplete", incomplete);
    }
  }
}
