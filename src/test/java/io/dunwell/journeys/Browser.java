package io.dunwell.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The one real browser of this JVM; as an extension it closes it after the last test. */
final class Browser implements BeforeAllCallback {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Playwright driver;
  private static com.microsoft.playwright.@Nullable Browser running;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent("browser", key -> (CloseableResource) Browser::close);
  }

  private static synchronized void close() {
    if (driver != null) {
      driver.close();
      driver = null;
      running = null;
    }
  }

  /** A page of somebody who has not logged in yet. Skips the test where there is no browser. */
  static Page open(String address, int width, int height) {
    BrowserContext context =
        running()
            .newContext(
                new NewContextOptions()
                    .setBaseURL(address)
                    .setViewportSize(width, height)
                    .setAcceptDownloads(true)
                    .setLocale("en-GB"));
    context.setDefaultTimeout(60_000);
    return context.newPage();
  }

  private static synchronized com.microsoft.playwright.Browser running() {
    if (running == null) {
      Path program = program().orElseGet(Browser::missing);
      driver = Playwright.create();
      running =
          driver.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
    }
    return running;
  }

  private static Optional<Path> program() {
    String named = System.getenv("CHROMIUM");
    return Stream.of(
            named == null ? "/usr/bin/chromium" : named,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path missing() {
    String message =
        "No browser found: install chromium or set CHROMIUM to have the journeys walked.";
    if ("true".equals(System.getenv("CI")) || Boolean.getBoolean("journeys.insist")) {
      throw new IllegalStateException(message);
    }
    Assumptions.abort(message);
    throw new AssertionError("unreachable");
  }
}
