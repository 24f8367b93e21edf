package io.dunwell.approval.process;

import io.dunwell.approval.Department;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.workflow.Variable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.modulith.NamedInterface;

/** The names that invoice-approval.bpmn, its decision table and the code share. */
@NamedInterface("process")
public final class InvoiceApproval {

  /** The process itself. */
  public static final String PROCESS = "invoice-approval";

  static final String SENT_BACK = "sentBack";

  /** The error that sends back what is taxed otherwise now. */
  public static final String TAX_CHANGED = "taxChanged";

  static final String RESUBMITTED = "invoiceResubmitted";
  static final String WITHDRAWN = "invoiceWithdrawn";
  static final String REGISTERED = "invoiceRegistered";
  static final String REFUSED = "registrationRefused";
  static final String SETTLED = "registrationSettled";
  static final String REVISE = "reviseInvoice";
  public static final String MEND = "mendRegistration";

  static final Variable<Boolean> STRAIGHT = Variable.flag("straight");

  /** Whether the tax portal has to register it before it is sent. */
  public static final Variable<Boolean> AWAITS_REGISTRATION = Variable.flag("awaitsRegistration");

  static final Variable<String> POLICY = Variable.text("policy");

  private static final Map<Department, String> WORDS = words();

  private InvoiceApproval() {}

  /** The invoice that the instance is about. */
  public static InvoiceId invoiceOf(DelegateExecution execution) {
    return InvoiceId.of(execution.getProcessBusinessKey());
  }

  /** Whether the department is asked this time. */
  static Variable<Boolean> asked(Department department) {
    return Variable.flag("ask" + WORDS.get(department));
  }

  /** The task in which the department approves. */
  static String taskOf(Department department) {
    return "approve" + WORDS.get(department);
  }

  /** The department that the task, timer or event of that id is about. */
  static Department departmentOf(String activity) {
    String name =
        activity.startsWith("approve") ? activity.substring("approve".length()) : activity;
    return Arrays.stream(Department.values())
        .filter(each -> name.regionMatches(true, 0, word(each), 0, word(each).length()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(activity + " is about no department"));
  }

  private static String word(Department department) {
    return String.valueOf(WORDS.get(department));
  }

  private static Map<Department, String> words() {
    Map<Department, String> words = new EnumMap<>(Department.class);
    words.put(Department.SALES, "Sales");
    words.put(Department.OPERATIONS, "Operations");
    words.put(Department.ACCOUNTS, "Accounts");
    words.put(Department.SECOND_ACCOUNTS, "SecondAccounts");
    words.put(Department.MANAGEMENT, "Management");
    return words;
  }
}
