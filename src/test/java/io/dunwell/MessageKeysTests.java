package io.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text that a page or a letter asks for exists, in every language. */
class MessageKeysTests {

  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Pattern LANGUAGE =
      Pattern.compile("(.+?)(_[a-z]{2}(?:_[A-Z]{2})?)?\\.properties");
  private static final Pattern USED = Pattern.compile("#\\{\\s*([A-Za-z][\\w.-]*)\\s*[(}]");

  @Test
  void everyKeyInATemplateHasAText() throws IOException {
    Set<String> known = new HashSet<>();
    for (Path bundle : Sources.files(BUNDLES, ".properties")) {
      known.addAll(keys(bundle));
    }
    List<String> missing = new ArrayList<>();
    for (Path template : Sources.files(Path.of("src/main/resources/templates"), ".html", ".txt")) {
      USED.matcher(Sources.text(template).replaceAll("(?s)<!--.*?-->", ""))
          .results()
          .map(match -> match.group(1))
          .filter(key -> !known.contains(key))
          .forEach(key -> missing.add(template.getFileName() + ": " + key));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyLanguageOfABundleHasTheSameKeys() throws IOException {
    Map<String, Set<String>> union = new TreeMap<>();
    List<Path> bundles = Sources.files(BUNDLES, ".properties");
    for (Path bundle : bundles) {
      union.computeIfAbsent(baseName(bundle), name -> new TreeSet<>()).addAll(keys(bundle));
    }
    for (Path bundle : bundles) {
      assertThat(keys(bundle))
          .as(bundle.toString())
          .containsExactlyInAnyOrderElementsOf(union.getOrDefault(baseName(bundle), Set.of()));
    }
  }

  @Test
  void everyBundleIsTheOneThatTheApplicationReads() {
    String settings = Sources.text(Path.of("src/main/resources/application.yaml"));
    for (Path bundle : Sources.files(BUNDLES, ".properties")) {
      assertThat(settings).contains("messages/" + baseName(bundle));
    }
  }

  private static String baseName(Path bundle) {
    Matcher name = LANGUAGE.matcher(bundle.getFileName().toString());
    assertThat(name.matches()).isTrue();
    return name.group(1);
  }

  private static Set<String> keys(Path bundle) throws IOException {
    Properties texts = new Properties();
    texts.load(new StringReader(Sources.text(bundle)));
    return texts.stringPropertyNames();
  }
}
