package io.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.platform.BooksDataSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class LoginTests {

  private static final String JSON = "application/json";

  @LocalServerPort int port;
  @Autowired BooksDataSource books;
  @Autowired ObjectMapper json;

  @BeforeEach
  void forgetFailures() {
    live().update("delete from access.failed_login");
  }

  @Test
  void oneLoginServesDeskTasklistAndCockpit() {
    Caller manager = new Caller(port);

    assertThat(manager.logIn("manager", "demo")).doesNotContain("error");

    assertThat(manager.get("/camunda/app/tasklist/default/").body()).contains("tasklist");
    assertThat(manager.get("/camunda/app/cockpit/default/").body()).contains("cockpit");
    assertThat(manager.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
    assertThat(manager.get("/api/users/me").body()).contains("manager");
    assertThat(manager.get("/engine-rest/task").statusCode()).isEqualTo(200);
  }

  @Test
  void cockpitIsForManagersAndAdministratorsOnly() {
    assertThat(cockpitAs("manager")).isEqualTo(200);
    assertThat(cockpitAs("admin")).isEqualTo(200);
    assertThat(cockpitAs("sales")).isEqualTo(403);
    assertThat(cockpitAs("auditor")).isEqualTo(403);
  }

  @Test
  void nobodyReachesTheEnginesOwnUserAdministration() {
    Caller admin = new Caller(port);
    admin.logIn("admin", "demo");

    assertThat(admin.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    assertThat(admin.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(403);
    admin.get("/camunda/app/tasklist/default/");
    String token = admin.cookie("XSRF-TOKEN-0");
    HttpResponse<String> create =
        admin.post(
            "/camunda/api/engine/engine/default/user/create",
            "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"x\"}}",
            "Content-Type",
            JSON,
            "X-XSRF-TOKEN",
            token);
    assertThat(create.statusCode()).isEqualTo(403);
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    Caller admin = new Caller(port);
    admin.logIn("admin", "demo");
    String move = "{\"date\": \"2026-01-01\"}";

    HttpResponse<String> without = admin.post("/api/business-date", move, "Content-Type", JSON);
    HttpResponse<String> wrong =
        admin.post("/api/business-date", move, "Content-Type", JSON, CsrfTokens.HEADER, "guessed");

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body()).contains("access.csrf");
    assertThat(wrong.statusCode()).isEqualTo(403);
  }

  @Test
  void aFormSentAfterTheSessionEndedLeadsToTheLogin() {
    HttpResponse<String> late =
        new Caller(port).post("/billing-runs", "upTo=2026-11-22", "Accept", "text/html,*/*");

    assertThat(late.headers().firstValue("Location").orElse("")).endsWith("/login?ended");
  }

  @Test
  void aScriptOfOurOwnSendsTheCookieBack() {
    Caller sales = new Caller(port);
    sales.logIn("sales", "demo");

    HttpResponse<String> answer =
        sales.post(
            "/api/business-date",
            "{\"date\": \"2026-01-01\"}",
            "Content-Type",
            JSON,
            CsrfTokens.HEADER,
            sales.cookie(CsrfTokens.COOKIE));

    assertThat(answer.body()).contains("access.denied");
  }

  @Test
  void aBrowsersKeptPasswordIsOfNoUseToOtherSites() {
    HttpResponse<String> forged =
        new Caller(port)
            .post(
                "/api/tokens",
                "{\"label\": \"x\"}",
                "Content-Type",
                JSON,
                "Authorization",
                Caller.basic("admin", "demo"),
                "Sec-Fetch-Site",
                "cross-site");

    assertThat(forged.statusCode()).isEqualTo(401);
  }

  @Test
  void pagesForbidForeignAndInlineScripts() {
    var headers = new Caller(port).get("/login").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
  }

  @Test
  void camundasPagesKeepTheirOwnPolicy() {
    Caller manager = new Caller(port);
    manager.logIn("manager", "demo");

    assertThat(
            manager
                .get("/camunda/app/tasklist/default/")
                .headers()
                .allValues("Content-Security-Policy"))
        .hasSize(1)
        .allMatch(policy -> policy.contains("strict-dynamic"));
  }

  @Test
  void whoeverGuessesHasToWait() {
    for (int i = 0; i < 5; i++) {
      assertThat(as("legal", "wrong" + i).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> right = as("legal", "demo");

    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 15L);
    assertThat(new Caller(port).logIn("legal", "demo")).contains("wait=");
    assertThat(as("sales", "demo").statusCode()).isEqualTo(200);
  }

  @Test
  void thePauseDoublesAndPasses() {
    for (int i = 0; i < 6; i++) {
      live().update("update access.failed_login set locked_until = null");
      as("legal", "wrong" + i);
    }
    assertThat(as("legal", "demo").headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(16L, 30L);

    live().update("update access.failed_login set locked_until = clock_timestamp()");

    assertThat(as("legal", "demo").statusCode()).isEqualTo(200);
  }

  @Test
  void passwordsAreKeptAsBcrypt() {
    assertThat(
            live()
                .queryForList("select pwd_ from act_id_user where pwd_ is not null", String.class))
        .isNotEmpty()
        .allMatch(hash -> hash.startsWith("{bcrypt}$2a$"));
  }

  @Test
  void aTokenLetsAMachineInUntilItIsRevoked() throws Exception {
    String basic = Caller.basic("billing", "demo");
    Caller machine = new Caller(port);
    HttpResponse<String> issued =
        machine.post(
            "/api/tokens",
            "{\"label\": \"nightly\"}",
            "Content-Type",
            JSON,
            "Authorization",
            basic);
    String secret = json.readTree(issued.body()).get("secret").asText();
    String id = json.readTree(issued.body()).get("id").asText();

    assertThat(machine.get("/api/users/me", "Authorization", "Bearer " + secret).body())
        .contains("billing");
    assertThat(machine.get("/api/tokens", "Authorization", basic).body()).doesNotContain(secret);
    machine.send("DELETE", "/api/tokens/" + id, "", "Authorization", basic);
    assertThat(machine.get("/api/users/me", "Authorization", "Bearer " + secret).statusCode())
        .isEqualTo(401);
  }

  @Test
  void logoutInTasklistIsALogoutEverywhere() {
    Caller manager = new Caller(port);
    manager.logIn("manager", "demo");
    manager.get("/camunda/app/tasklist/default/");

    manager.post(
        "/camunda/api/admin/auth/user/default/logout",
        "",
        "X-XSRF-TOKEN",
        manager.cookie("XSRF-TOKEN-0"));

    assertThat(manager.get("/api/users/me").statusCode()).isEqualTo(401);
  }

  @Test
  void manyRequestsAtOnceShareOneSession() {
    Caller manager = new Caller(port);
    manager.logIn("manager", "demo");

    List<Integer> answers =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            manager
                                .get("/camunda/api/engine/engine/default/task/count")
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
  }

  @Test
  void theFormThatTasklistShowsAfterItsSessionEndedLogsIn() {
    Caller sales = new Caller(port);
    String form = "application/x-www-form-urlencoded";
    String login = "/camunda/api/admin/auth/user/default/login/tasklist";

    var wrong =
        sales.post(login, "username=sales&password=x", "Content-Type", form, "X-XSRF-TOKEN", "1");
    var unasked = sales.post(login, "username=sales&password=demo", "Content-Type", form);
    var right =
        sales.post(
            login, "username=sales&password=demo", "Content-Type", form, "X-XSRF-TOKEN", "1");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unasked.statusCode()).isIn(401, 403);
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(sales.get(right.headers().firstValue("Location").orElseThrow()).body())
        .contains("\"userId\":\"sales\"")
        .contains("tasklist")
        .doesNotContain("cockpit");
  }

  private int cockpitAs(String name) {
    Caller caller = new Caller(port);
    caller.logIn(name, "demo");
    caller.get("/camunda/app/tasklist/default/");
    return caller
        .get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count")
        .statusCode();
  }

  private HttpResponse<String> as(String name, String password) {
    return new Caller(port).get("/api/users/me", "Authorization", Caller.basic(name, password));
  }

  private JdbcTemplate live() {
    return new JdbcTemplate(books.live());
  }
}
