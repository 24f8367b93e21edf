package io.dunwell.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.Submitting;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Four eyes at every door; real HTTP, so all of it happens in the live books. */
@DunwellTest
class ApprovalDoorsTests {

  private static final String PREPARED = "Whoever prepared an invoice cannot approve it";
  private static final String TWICE = "You have approved this invoice for another department";

  @LocalServerPort int port;
  @Autowired Submissions people;
  @Autowired Approvals approvals;
  @Autowired Submitting submitting;
  @Autowired Identities identities;
  @Autowired ObjectMapper json;

  private InvoiceId invoice = new InvoiceId(UUID.randomUUID());
  private String preparer = "";
  private String both = "";

  @BeforeEach
  void somebodyPreparesAnInvoiceAndCouldApproveIt() {
    String some = UUID.randomUUID().toString().substring(0, 8);
    preparer = "prep-" + some;
    both = "both-" + some;
    live(
        () -> {
          person(preparer, Group.BILLING, Group.SALES);
          person(both, Group.SALES, Group.OPERATIONS);
          invoice = people.draft(people.customer("D-" + some), "9000.00");
          submitting.submit(invoice, new Actor(preparer));
          return invoice;
        });
  }

  @Test
  void nobodyApprovesWhatTheyPreparedAtAnyDoor() throws Exception {
    String task = task(Department.SALES);
    assertThat(post(preparer, "/engine-rest/task/" + task + "/claim", "{}").statusCode())
        .isEqualTo(204);

    String answer = "{\"variables\": {\"verdict\": {\"value\": \"approve\"}}}";
    refused(post(preparer, "/engine-rest/task/" + task + "/complete", answer), PREPARED);
    refused(post(preparer, "/engine-rest/task/" + task + "/submit-form", answer), PREPARED);
    refused(
        post(preparer, "/api/tasks/" + task + "/completion", "{\"verdict\": \"approve\"}"),
        PREPARED);
    HttpResponse<String> several = post(preparer, "/api/approvals", several(Department.SALES));
    assertThat(several.statusCode()).isEqualTo(200);
    assertThat(several.body()).contains(PREPARED);
    assertThat(live(() -> approvals.verdicts(invoice))).isEmpty();
  }

  @Test
  void nobodyApprovesForTwoDepartments() throws Exception {
    HttpResponse<String> first = post(both, "/api/approvals", several(Department.SALES));
    assertThat(first.body()).contains("\"refusal\":null");

    assertThat(post(both, "/api/approvals", several(Department.OPERATIONS)).body()).contains(TWICE);
    assertThat(live(() -> approvals.verdicts(invoice))).hasSize(1);
  }

  @Test
  void nobodyApprovesForADepartmentThatIsNotTheirs() throws Exception {
    HttpResponse<String> refused =
        post("accounts:demo", "/api/approvals", several(Department.SALES));
    assertThat(refused.body()).contains("This task is for sales");
  }

  @Test
  void nobodyPassesAnInvoiceStraight() throws Exception {
    String body =
        """
        {"department": "SALES", "verdict": "STRAIGHT", "versionHash": "%s"}"""
            .formatted(seen());
    HttpResponse<String> refused = post(both, "/api/invoices/" + invoice + "/approvals", body);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("answer.missing");
  }

  @Test
  void theCardOfATaskIsReadByItsDepartment() throws Exception {
    String query = "{\"variableName\": \"amount\", \"taskIdIn\": [\"%s\"]}";
    String path = "/engine-rest/variable-instance";
    String sales = query.formatted(task(Department.SALES));
    assertThat(post("sales:demo", path, sales).body()).contains("INR ");
    assertThat(post("collector:demo", path, sales).body()).isEqualTo("[]");
  }

  @Test
  void messagesAndErrorsLeadAroundNothing() throws Exception {
    String task = task(Department.SALES);
    for (String call :
        new String[] {
          "/engine-rest/message {\"messageName\": \"invoiceWithdrawn\", \"businessKey\": \""
              + invoice
              + "\"}",
          "/engine-rest/task/" + task + "/bpmnError {\"errorCode\": \"sentBack\"}",
          "/engine-rest/task/" + task + "/bpmnEscalation {\"escalationCode\": \"x\"}"
        }) {
      int space = call.indexOf(' ');
      assertThat(post(both, call.substring(0, space), call.substring(space + 1)).statusCode())
          .as(call)
          .isEqualTo(403);
    }
  }

  private static void refused(HttpResponse<String> response, String sentence) {
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body()).contains("invoice.four-eyes").contains(sentence);
  }

  private String seen() {
    return live(() -> String.valueOf(approvals.invoice(invoice).preparation().versionHash()));
  }

  private String several(Department department) {
    return """
        {"approvals": [{"invoice": "%s", "department": "%s", "version": "%s"}]}"""
        .formatted(invoice, department, seen());
  }

  private String task(Department department) {
    return live(() -> people.task(invoice, department)).id().value();
  }

  private HttpResponse<String> post(String person, String path, String body) throws Exception {
    String login = person.contains(":") ? person : person + ":secret-12345";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private void person(String name, Group... groups) {
    identities.create(
        new Person(name, name, name + "@example.com", Set.of(groups)), "secret-12345");
  }

  private static <T> T live(Supplier<T> work) {
    return Books.LIVE.within(work);
  }
}
