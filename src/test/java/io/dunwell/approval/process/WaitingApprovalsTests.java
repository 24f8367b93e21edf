package io.dunwell.approval.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.Statements;
import io.dunwell.approval.ApprovalSheet;
import io.dunwell.approval.ApprovalSheets;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.Submitting;
import io.dunwell.invoices.InvoiceId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The list of what waits for a person's departments. */
@DunwellTest
class WaitingApprovalsTests {

  @Autowired Submissions people;
  @Autowired Approvals approvals;
  @Autowired Submitting submitting;
  @Autowired ApprovalSheets sheets;
  @Autowired ApprovalDesk desk;
  @Autowired MockMvc mvc;

  @Test
  void aLongListTakesNoMoreStatementsThanAShortOneAndSaysTheSameAsEachSheet() throws Exception {
    people.people();
    List<InvoiceId> some = submitted("A", 2);
    read(); // what is read once per node is read
    int few = Statements.of(this::read).size();
    submitted("B", 4);
    approvals.approve(
        some.get(0), Department.OPERATIONS, version(some.get(0)), null, Submissions.SUNIL);
    List<String> many = Statements.of(this::read);
    assertThat(few).isGreaterThan(5);
    assertThat(many).as("statements: %s", many).hasSizeLessThanOrEqualTo(few + 1);

    List<ApprovalDesk.Waiting> waiting = desk.waitingFor(Submissions.SUNIL);
    assertThat(waiting).hasSizeGreaterThan(6);
    assertThat(waiting)
        .allSatisfy(
            each -> {
              InvoiceId id = each.glance().invoice().id();
              ApprovalSheet sheet = sheets.of(id);
              assertThat(each.glance().standings()).isEqualTo(sheet.standings());
              assertThat(each.glance().overdue()).isEqualTo(sheet.account().overdue());
              assertThat(each.glance().proofs()).isEqualTo(sheet.proofs().size());
              assertThat(each.hindrance())
                  .isEqualTo(approvals.hindrance(id, each.department(), Submissions.SUNIL));
            });
    assertThat(waiting).extracting(ApprovalDesk.Waiting::hindrance).anyMatch(Objects::nonNull);
  }

  private List<InvoiceId> submitted(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> people.draft(people.customer(name + n), "9000.00"))
        .peek(id -> submitting.submit(id, Submissions.BINA))
        .toList();
  }

  private String version(InvoiceId id) {
    return Objects.requireNonNull(approvals.invoice(id).preparation().versionHash());
  }

  private String read() throws Exception {
    return mvc.perform(get("/approvals").with(user("sunil").roles("SALES", "OPERATIONS")))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
