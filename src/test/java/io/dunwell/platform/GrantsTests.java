package io.dunwell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.RunningCopy;
import io.dunwell.shared.Books;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

@DunwellTest
class GrantsTests {

  private static final String SECRET = "secret";

  @Autowired BooksDataSource dataSource;

  private String name = "";
  private JdbcTemplate server = new JdbcTemplate();
  private String url = "";

  @BeforeEach
  void twoRolesAndADatabase() throws SQLException {
    name = dataSource.databaseOf(Books.current()) + "_roles";
    server = new JdbcTemplate(dataSource.live());
    server.execute("create role \"%s_owner\" login password '%s'".formatted(name, SECRET));
    server.execute("create role \"%s_app\" login password '%s'".formatted(name, SECRET));
    server.execute("create database \"%s\" owner \"%s_owner\"".formatted(name, name));
    try (Connection live = dataSource.live().getConnection()) {
      url = live.getMetaData().getURL().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }
  }

  @AfterEach
  void dropThem() {
    server.execute("drop database \"%s\" with (force)".formatted(name));
    server.execute("drop role \"%s_owner\"".formatted(name));
    server.execute("drop role \"%s_app\"".formatted(name));
  }

  @Test
  void theApplicationMayAppendToWhatOnlyGrowsAndWriteEverythingElse() throws SQLException {
    Flyway.configure()
        .dataSource(url, name + "_owner", SECRET)
        .callbacks(new Grants(name + "_app"))
        .locations("classpath:db/migration")
        .load()
        .migrate();

    try (Connection app = DriverManager.getConnection(url, name + "_app", SECRET)) {
      app.createStatement()
          .execute(
              "with e as (insert into ledger.entry (key, reason, effective_on, recorded_by)"
                  + " values ('x', 'x', current_date, 'x') returning seq) select * from e");
      app.createStatement()
          .execute("insert into ledger.period values (date '2026-01-01', true, 'x')");
      app.createStatement().execute("update ledger.period set closed = false");
      app.createStatement().execute("delete from act_ru_job");
      for (String table :
          new String[] {"ledger.entry", "ledger.posting", "ledger.seal", "audit.act"}) {
        refused(app, "delete from " + table);
        refused(app, "truncate " + table);
        refused(app, "alter table " + table + " disable trigger all");
        refused(app, "drop table " + table);
      }
      refused(app, "update ledger.entry set reason = 'y'");
      refused(app, "set session_replication_role = replica");
    }
  }

  @Test
  void migrationsRunAsTheOwnerWhereOneIsNamed() throws SQLException {
    DataSource owner =
        DataSourceBuilder.derivedFrom(dataSource)
            .type(SimpleDriverDataSource.class)
            .username(name + "_owner")
            .password(SECRET)
            .build();

    try (Connection connection = owner.getConnection()) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo(name + "_owner");
    }
  }

  @Test
  void aWholeCopyStartsAndWorksWithBothRoles(@TempDir Path directory) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    settings.put("SPRING_DATASOURCE_URL", url);
    settings.put("SPRING_DATASOURCE_USERNAME", name + "_app");
    settings.put("SPRING_DATASOURCE_PASSWORD", SECRET);
    settings.put("SPRING_FLYWAY_USER", name + "_owner");
    settings.put("SPRING_FLYWAY_PASSWORD", SECRET);
    settings.put("DUNWELL_ADMIN_USER", "root");
    settings.put("DUNWELL_ADMIN_PASSWORD", "a long sentence");
    try (RunningCopy copy = RunningCopy.with(directory, settings).awaitReady()) {
      String admin = "root:a long sentence";
      String day = RunningCopy.json(copy.get(admin, "/api/business-date")).get("date").asText();
      LocalDate due = LocalDate.parse(day).minusDays(17);
      String ledger =
          "customerNumber,invoiceNumber,invoicedOn,dueOn,amount,currency\nC1,A-1,%s,%s,100.00,EUR\n"
              .formatted(due.minusDays(30), due);
      assertThat(
              RunningCopy.json(
                      copy.upload(
                          admin,
                          "/api/imports?kind=ledger&profile=standard-ledger&dryRun=false",
                          "ledger.csv",
                          ledger.getBytes(StandardCharsets.UTF_8)))
                  .get("accepted")
                  .asInt())
          .isOne();
      RunningCopy.json(copy.post(admin, "/api/daily-runs", "{\"date\": \"%s\"}".formatted(day)));
      copy.until(
          "the engine waits for a contact",
          () ->
              RunningCopy.json(copy.get(admin, "/engine-rest/process-instance/count"))
                      .get("count")
                      .asInt()
                  > 0);
      assertThat(copy.log()).doesNotContain("protected by its triggers only");
      assertThat(RunningCopy.json(copy.get(admin, "/api/ledger/trial-balance")).get("balanced"))
          .hasToString("true");
    }
    try (Connection app = DriverManager.getConnection(url, name + "_app", SECRET)) {
      refused(app, "update ledger.entry set reason = 'y'");
      refused(app, "update ledger.posting set amount = 1");
      refused(app, "delete from ledger.posting");
    }
  }

  private static void refused(Connection app, String statement) {
    assertThatExceptionOfType(SQLException.class)
        .as(statement)
        .isThrownBy(() -> app.createStatement().execute(statement))
        .matches(e -> "42501".equals(e.getSQLState()), "insufficient privilege");
  }
}
