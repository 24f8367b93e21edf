package io.dunwell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, for tests of what must not stand in them. */
final class Sources {

  static final Path MAIN = Path.of("src/main/java/io/dunwell");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
  private static final Pattern TEXT = Pattern.compile("\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

  private Sources() {}

  /** All files below a directory whose names end so; none if there is no such directory. */
  static List<Path> files(Path directory, String... endings) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file without comments, and with texts that are joined by plus made one. */
  static String withoutComments(Path file) {
    return JOINED.matcher(COMMENT.matcher(text(file)).replaceAll("")).replaceAll("");
  }

  /** The file without comments and texts. */
  static String codeOnly(Path file) {
    return TEXT.matcher(withoutComments(file)).replaceAll("\"\"");
  }

  /** The module that a source file belongs to, or the empty text for the application itself. */
  static String moduleOf(Path file) {
    Path inside = MAIN.relativize(file);
    return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
  }
}
