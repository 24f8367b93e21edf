package io.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What binds the diagrams to the code and to the people: names, forms, groups, pictures. */
class ProcessModelTests {

  private static final Path PROCESSES = Path.of("processes");
  private static final Pattern BEAN = Pattern.compile("@Component\\(\"(\\w+)\"\\)");
  private static final Set<String> GROUPS =
      Set.of(
          "billing", "sales", "operations", "accounts", "collector", "manager", "legal", "admin");
  private static final Set<String> BEANS = beans();

  static List<Path> processes() {
    return Sources.files(PROCESSES, ".bpmn");
  }

  static List<Path> decisions() {
    return Sources.files(PROCESSES, ".dmn");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void aProcessIsNamedAfterItsFileAndKeepsItsHistory(Path file) {
    for (Process process : all(file, Process.class)) {
      assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
      assertThat(process.getName()).isNotBlank();
      assertThat(process.isExecutable()).isTrue();
      assertThat(process.getCamundaHistoryTimeToLiveString())
          .as("history time to live")
          .isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void aServiceTaskIsBoundToTheBeanOfItsOwnName(Path file) {
    SoftAssertions softly = new SoftAssertions();
    for (ServiceTask task : all(file, ServiceTask.class)) {
      softly.assertThat(task.getCamundaClass()).as(task.getId()).isNull();
      softly.assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
      softly
          .assertThat(task.getCamundaDelegateExpression())
          .as(task.getId())
          .isEqualTo("${" + task.getId() + "}");
      softly.assertThat(BEANS).as("a bean for " + task.getId()).contains(task.getId());
      softly
          .assertThat(String.valueOf(task.getName()).replace(" the ", " "))
          .as("name of " + task.getId())
          .isEqualToIgnoringCase(asWords(task.getId()));
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void aUserTaskHasAGroupAndAForm(Path file) {
    SoftAssertions softly = new SoftAssertions();
    for (UserTask task : all(file, UserTask.class)) {
      softly.assertThat(task.getName()).as("name of " + task.getId()).isNotBlank();
      softly
          .assertThat(task.getCamundaCandidateGroupsList())
          .as("groups of " + task.getId())
          .isNotEmpty()
          .allMatch(group -> GROUPS.contains(group) || group.startsWith("${"));
      String form = String.valueOf(task.getCamundaFormRef());
      Path formFile = Path.of("forms", form + ".form");
      softly.assertThat(formFile).as("form of " + task.getId()).isRegularFile();
      if (Files.isRegularFile(formFile)) {
        softly.assertThat(Sources.text(formFile)).contains("\"id\": \"" + form + "\"");
      }
      softly.assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void aBusinessRuleTaskAsksADecisionThatIsThere(Path file) {
    for (BusinessRuleTask task : all(file, BusinessRuleTask.class)) {
      if (task.getCamundaDecisionRef() == null) {
        assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
        assertThat(BEANS).contains(task.getId());
      } else {
        assertThat(PROCESSES.resolve(task.getCamundaDecisionRef() + ".dmn")).isRegularFile();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void thereAreNoScripts(Path file) {
    assertThat(all(file, ScriptTask.class)).isEmpty();
    assertThat(all(file, CamundaScript.class)).isEmpty();
    assertThat(Sources.text(file)).doesNotContain("camunda:class=");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void everythingIsInThePicture(Path file) {
    Set<String> drawn =
        Stream.concat(
                all(file, BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                all(file, BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
            .map(BaseElement::getId)
            .collect(Collectors.toSet());
    Set<String> there =
        all(file, FlowElement.class).stream()
            .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
            .map(BaseElement::getId)
            .collect(Collectors.toSet());

    assertThat(drawn).containsAll(there);
    assertThat(all(file, BpmnShape.class)).allMatch(shape -> shape.getBounds() != null);
    assertThat(all(file, BpmnEdge.class)).allMatch(edge -> edge.getWaypoints().size() >= 2);
  }

  @ParameterizedTest
  @MethodSource("processes")
  void idsAreWordsAndNotNumbers(Path file) {
    assertThat(all(file, FlowElement.class))
        .extracting(BaseElement::getId)
        .allMatch(id -> id.matches("[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*"), "lowerCamelCase")
        .noneMatch(id -> id.matches("(?i)(Activity|Gateway|Event|Flow)_[0-9a-z]{7}"), "generated");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void everyEndIsNamedByATest(Path file) {
    String tests =
        Sources.files(Path.of("src/test/java"), ".java").stream()
            .map(Sources::text)
            .collect(Collectors.joining());

    assertThat(all(file, EndEvent.class))
        .extracting(BaseElement::getId)
        .allMatch(id -> tests.contains('"' + id + '"'), "named by a test");
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void aDecisionIsNamedAfterItsFile(Path file) {
    Collection<Decision> decisions =
        Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class);
    assertThat(decisions).extracting(Decision::getId).contains(fileName(file));
    assertThat(Sources.text(file)).contains("historyTimeToLive");
  }

  private static String fileName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
  }

  private static String asWords(String id) {
    return id.replaceAll("([A-Z])", " $1");
  }

  private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
    return Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(type);
  }

  private static Set<String> beans() {
    return Sources.files(Sources.MAIN, ".java").stream()
        .flatMap(file -> BEAN.matcher(Sources.text(file)).results())
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
