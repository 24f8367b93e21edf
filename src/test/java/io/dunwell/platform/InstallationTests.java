package io.dunwell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.dunwell.DunwellTest;
import io.dunwell.RunningCopy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies of Dunwell as processes: on a database of the customer's, and on their own. */
@DunwellTest
class InstallationTests {

  private static final Map<String, String> ADMINISTRATOR =
      Map.of("DUNWELL_ADMIN_USER", "root", "DUNWELL_ADMIN_PASSWORD", "a long sentence");

  @Autowired BooksDataSource books;

  private String database;

  @BeforeEach
  void anEmptyDatabase() {
    database = "customers_own_" + System.nanoTime();
    live().execute("create database " + database);
  }

  @AfterEach
  void dropIt() {
    live().execute("drop database " + database + " with (force)");
  }

  @Test
  void withoutAnAdministratorItRefusesToStartAndSaysSo(@TempDir Path directory) {
    try (RunningCopy copy = RunningCopy.with(directory, database(Map.of()))) {
      assertThat(copy.awaitEnd()).isNotZero();
      assertThat(copy.log())
          .contains("There is no administrator in this database yet")
          .contains("DUNWELL_ADMIN_USER")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void twoNodesMayStartAtOnceOnAnEmptyDatabase(@TempDir Path directory) {
    try (RunningCopy one = RunningCopy.with(directory, database(ADMINISTRATOR));
        RunningCopy two = RunningCopy.with(directory, database(ADMINISTRATOR))) {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(one::awaitReady),
              CompletableFuture.runAsync(two::awaitReady))
          .join();

      String admin = "root:a long sentence";
      assertThat(one.get(admin, "/api/users").body())
          .contains("root")
          .doesNotContain("collector\"");
      assertThat(two.get("collector", "/api/users").statusCode()).isEqualTo(401);
      assertThat(two.post(admin, "/api/business-date", "{\"date\":\"2030-01-01\"}").body())
          .contains("business-date.real-clock");
      assertThat(deploymentsOfTheSameModel()).isLessThanOrEqualTo(1);
      assertThat(grantsHeldTwice()).isZero();
    }
  }

  @Test
  void aCopyThatWasKilledStartsAgainWithItsDataAndItsDate(@TempDir Path directory) {
    try (RunningCopy first = RunningCopy.on(directory, "--dunwell.demo-story=false")) {
      first.awaitReady();
      assertThat(
              first.post("admin", "/api/business-date", "{\"date\":\"2027-02-03\"}").statusCode())
          .isEqualTo(200);
      first.kill();
    }
    try (RunningCopy again = RunningCopy.on(directory, "--dunwell.demo-story=false")) {
      again.awaitReady();
      assertThat(again.get("auditor", "/api/business-date").body()).contains("2027-02-03");
      try (RunningCopy second = RunningCopy.on(directory)) {
        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.log()).contains("Another copy of Dunwell").doesNotContain("\tat ");
      }
    }
  }

  private int deploymentsOfTheSameModel() {
    return own(
        "select coalesce(max(n), 0) from (select count(*) n from act_re_procdef group by key_) x");
  }

  private int grantsHeldTwice() {
    return own(
        "select count(*) from (select 1 from act_ru_authorization where group_id_ is not null"
            + " group by group_id_, resource_type_, resource_id_ having count(*) > 1) x");
  }

  private int own(String sql) {
    try (HikariDataSource source = new HikariDataSource()) {
      HikariDataSource live = (HikariDataSource) books.live();
      source.setJdbcUrl(url());
      source.setUsername(live.getUsername());
      source.setPassword(live.getPassword());
      source.setMaximumPoolSize(1);
      Integer answer = new JdbcTemplate(source).queryForObject(sql, Integer.class);
      return answer == null ? 0 : answer;
    }
  }

  private Map<String, String> database(Map<String, String> more) {
    HikariDataSource live = (HikariDataSource) books.live();
    var environment = new java.util.HashMap<>(more);
    environment.put("SPRING_DATASOURCE_URL", url());
    environment.put("SPRING_DATASOURCE_USERNAME", String.valueOf(live.getUsername()));
    environment.put("SPRING_DATASOURCE_PASSWORD", String.valueOf(live.getPassword()));
    return environment;
  }

  private String url() {
    String live = String.valueOf(((HikariDataSource) books.live()).getJdbcUrl());
    return live.substring(0, live.lastIndexOf('/') + 1) + database;
  }

  private JdbcTemplate live() {
    return new JdbcTemplate(books.live());
  }
}
