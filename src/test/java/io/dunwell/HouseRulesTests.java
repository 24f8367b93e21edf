package io.dunwell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

/** What the house does not do, held by a test instead of a reviewer. */
class HouseRulesTests {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.dunwell");

  /** Places that are about the wall clock and nothing else, each with its reason. */
  private static final Map<String, String> WALL_CLOCK = Map.of();

  /** Places where a floating number is not money, each with its reason. */
  private static final Map<String, String> FLOATING = Map.of();

  @Test
  void onlyWorkflowAndDelegatesKnowTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.dunwell.workflow", "io.dunwell.workflow.web", "..process")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(OURS);
  }

  @Test
  void aModuleHasOnlyFourKindsOfPackage() {
    classes()
        .should()
        .resideInAnyPackage(
            "io.dunwell",
            "io.dunwell.*",
            "io.dunwell.*.events",
            "io.dunwell.*.process",
            "io.dunwell.*.web",
            "io.dunwell.shared.export")
        .check(OURS);
  }

  @Test
  void namesSayWhatAThingIsNotThatItIsAThing() {
    classes()
        .should()
        .haveNameNotMatching(".*(Dto|DTO|Impl|Manager|Helper|Util|Utils)")
        .check(OURS);
  }

  @Test
  void aggregatesAndRepositoriesAreHidden() {
    classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(OURS);
    classes().that().areAssignableTo(Repository.class).should().notBePublic().check(OURS);
  }

  @Test
  void controllersAndDelegatesAreHidden() {
    classes()
        .that()
        .resideInAPackage("io.dunwell.*.web")
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .check(OURS);
    classes().that().areAssignableTo(JavaDelegate.class).should().notBePublic().check(OURS);
  }

  @Test
  void atLeastFourTypesInTenAreHidden() {
    List<JavaClass> types = OURS.stream().filter(JavaClass::isTopLevelClass).toList();
    long hidden =
        types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();

    assertThat(hidden * 10).isGreaterThanOrEqualTo(types.size() * 4L);
  }

  @Test
  void timeComesFromAClock() {
    Pattern now =
        Pattern.compile(
            "\\.now\\(\\s*\\)|new Date\\(\\s*\\)|currentTimeMillis|Clock\\.system(UTC|Default\\w*)"
                + "|\\.now\\(\\s*Zone\\w*");
    assertThat(linesWith(now, WALL_CLOCK.keySet())).isEmpty();
  }

  @Test
  void amountsAreNeverFloatingNumbers() {
    Pattern floating =
        Pattern.compile("\\b(double|float|Double|Float)\\b|\\.(double|float)Value\\(\\)");
    assertThat(linesWith(floating, FLOATING.keySet())).isEmpty();
  }

  @Test
  void anotherModulesTablesAreReadThroughItsPublishedViews() {
    Set<String> schemas =
        Sources.files(Path.of("src/main/resources/db/migration"), ".sql").stream()
            .map(file -> file.getName(file.getNameCount() - 2).toString())
            .collect(Collectors.toSet());
    Pattern table =
        Pattern.compile(
            "(?i)\\b(?:from|join|into|update|copy|truncate|table)\\s+(?:only\\s+)?("
                + String.join("|", schemas)
                + ")\\.(\\w+)");
    List<String> trespasses = new ArrayList<>();
    for (Path file : Sources.files(Sources.MAIN, ".java")) {
      table
          .matcher(Sources.withoutComments(file))
          .results()
          .filter(match -> trespasses(Sources.moduleOf(file), match))
          .forEach(match -> trespasses.add(file + ": " + match.group()));
    }
    assertThat(trespasses).isEmpty();
  }

  @Test
  void migrationsOfAModuleTouchItsOwnSchemaOnly() {
    Pattern made =
        Pattern.compile(
            "(?im)^\\s*create (?:or replace )?(?:unique )?(?:table|view|function|schema|sequence)"
                + "\\s+(?:if not exists )?(\\w+)");
    List<String> trespasses = new ArrayList<>();
    for (Path file : Sources.files(Path.of("src/main/resources/db/migration"), ".sql")) {
      String module = file.getName(file.getNameCount() - 2).toString();
      if (!module.equals("workflow")) {
        made.matcher(Sources.text(file))
            .results()
            .filter(match -> !match.group(1).equals(module))
            .forEach(match -> trespasses.add(file.getFileName() + ": " + match.group().strip()));
      }
    }
    assertThat(trespasses).isEmpty();
  }

  private static boolean trespasses(String module, MatchResult match) {
    boolean own = match.group(1).equalsIgnoreCase(module);
    return !own && !match.group(2).startsWith("v_");
  }

  private static List<String> linesWith(Pattern pattern, Set<String> exempt) {
    return Sources.files(Sources.MAIN, ".java").stream()
        .filter(file -> !exempt.contains(String.valueOf(file.getFileName())))
        .flatMap(file -> linesWith(pattern, file))
        .toList();
  }

  private static Stream<String> linesWith(Pattern pattern, Path file) {
    return Sources.codeOnly(file)
        .lines()
        .filter(line -> pattern.matcher(line).find())
        .map(line -> file.getFileName() + ": " + line.strip());
  }
}
