package io.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DunwellTest
class DoorsTests {

  /** Fits paths that insist on an id as well as those that take any word. */
  private static final String SOME_ID = "00000000-0000-7000-8000-000000000001";

  private static final Set<String> OPEN = Set.of("/login", "/actuator/health");

  /**
   * Everybody may change their own password and have their own tokens; who may work on a task is
   * asked of the task itself, by its groups.
   */
  private static final Set<String> EVERYBODYS_OWN =
      Set.of(
          "UserController.changeOwn",
          "TokenController.issue",
          "TokenController.revoke",
          "TaskController.claim",
          "TaskController.complete",
          "TaskController.giveBack",
          "ApprovalController.approveAll",
          "ApprovalPages.approveAll",
          "InvoiceApprovalsController.decide");

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void nothingOfOursAnswersWithoutALogin() {
    List<String> answered = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                paths(mapping).stream()
                    .filter(path -> !OPEN.contains(path))
                    .forEach(
                        path ->
                            methods(mapping).stream()
                                .filter(method -> !refused(method.name(), path))
                                .forEach(method -> answered.add(method + " " + path))));

    assertThat(answered).isEmpty();
  }

  @Test
  void nothingOfTheEngineAnswersWithoutALogin() {
    List<String> paths =
        List.of(
            "/engine-rest/engine",
            "/engine-rest/task",
            "/engine-rest/user",
            "/engine-rest/engine/default/task",
            "/engine-rest/identity/verify",
            "/engine-rest/",
            "/camunda/",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/setup/",
            "/camunda/app/welcome/default/",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/cockpit/plugin/base/default/process-definition/count",
            "/camunda/lib/deps.js",
            "/webjars/camunda/app/tasklist/index.html");

    assertThat(paths)
        .allMatch(path -> refused("GET", path))
        .allMatch(path -> refused("POST", path));
  }

  @Test
  void neitherTheManualNorTheMeasurementsAnswerWithoutALogin() {
    assertThat(
            List.of(
                "/",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/v3/api-docs.yaml",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/metrics",
                "/error"))
        .allMatch(path -> refused("GET", path));
  }

  @Test
  void anEncodedPathIsNoWayAround() {
    assertThat(
            List.of(
                "/engine-rest/%2e%2e/engine-rest/task",
                "/login/../api/users",
                "/desk/..%2fapi/users",
                "//api/users",
                "/api//users",
                "/API/users",
                "/api/users;jsessionid=1",
                "/actuator/health/../env"))
        .allMatch(path -> new Caller(port).get(path).statusCode() != 200);
  }

  @Test
  void theHealthCheckAnswersWithoutDetails() {
    var health = new Caller(port).get("/actuator/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UP").doesNotContain("PostgreSQL");
  }

  @Test
  void everyWritingCallNamesTheRolesThatMay() {
    Set<String> unnamed = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Method method = handler.getMethod();
              String name = handler.getBeanType().getSimpleName() + "." + method.getName();
              boolean ours = handler.getBeanType().getName().startsWith("io.dunwell");
              if (ours
                  && writes(mapping)
                  && !EVERYBODYS_OWN.contains(name)
                  && roles(handler) == null) {
                unnamed.add(name);
              }
            });

    assertThat(unnamed).isEmpty();
  }

  @Test
  void theAuditorMayWriteNothing() {
    Set<String> writable = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              PreAuthorize roles = roles(handler);
              if (writes(mapping) && roles != null && !roles.value().contains("Role(")) {
                writable.add(handler.toString());
              }
              if (writes(mapping) && roles != null && roles.value().contains("AUDITOR")) {
                writable.add(handler.toString());
              }
            });

    assertThat(writable).isEmpty();
  }

  private boolean refused(String method, String path) {
    String concrete = path.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", SOME_ID);
    int status = new Caller(port).send(method, concrete, "").statusCode();
    return status == 401 || status == 403 || status == 302 || status == 400;
  }

  private static boolean writes(RequestMappingInfo mapping) {
    return methods(mapping).stream()
        .anyMatch(method -> method != RequestMethod.GET && method != RequestMethod.HEAD);
  }

  private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
  }

  private static Set<String> paths(RequestMappingInfo mapping) {
    return mapping.getPatternValues();
  }

  private static @org.jspecify.annotations.Nullable PreAuthorize roles(
      org.springframework.web.method.HandlerMethod handler) {
    PreAuthorize own =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
  }
}
