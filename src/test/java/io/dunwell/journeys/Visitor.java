package io.dunwell.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the browser. */
final class Visitor {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final double PATIENCE = 90_000;
  private static final int DESK_WIDTH = 1280;
  private static final int DESK_HEIGHT = 800;
  private static final int TABLET_WIDTH = 820;
  private static final int TABLET_HEIGHT = 1180;

  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(Page page) {
    this.page = page;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  /** Comes in with the password of the demo users. */
  static Visitor logsIn(int port, String name) {
    Page page = Browser.open("http://localhost:" + port, DESK_WIDTH, DESK_HEIGHT);
    page.navigate("/login");
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill("demo");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    page.waitForURL(url -> !url.contains("/login"));
    return new Visitor(page);
  }

  static Visitor stranger(int port) {
    return new Visitor(Browser.open("http://localhost:" + port, DESK_WIDTH, DESK_HEIGHT));
  }

  Page page() {
    return page;
  }

  Visitor goesTo(String path) {
    page.navigate(path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return this;
  }

  /** As the administrator: lets days pass, with everything that falls due on them. */
  Visitor movesTheDateTo(LocalDate day) {
    goesTo("/business-date");
    page.locator("#date").fill(day.toString());
    page.locator("form:has(#date) button").first().click();
    page.getByText("The business date has moved on").waitFor(patiently());
    return this;
  }

  /** Claims the account's task of that name in Tasklist, and sees its form. */
  Visitor opensTask(String account, String name) {
    goesTo(account);
    page.locator(".casebar a", new Page.LocatorOptions().setHasText(name)).first().click();
    page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
        .click(new Locator.ClickOptions().setTimeout(PATIENCE));
    page.locator("button:has-text('Complete'):not([disabled])").waitFor(patiently());
    return this;
  }

  Visitor completesTask() {
    page.locator("button:has-text('Complete')").click();
    page.getByText("Select a task in the list").first().waitFor(patiently());
    return this;
  }

  /** Days are worked and Tasklist is loaded while others use the machine, too. */
  private static Locator.WaitForOptions patiently() {
    return new Locator.WaitForOptions().setTimeout(PATIENCE);
  }

  /** Keeps a picture of the page, at a desk and on a tablet. */
  Visitor pictures(String name) {
    picture(name + "-tablet", TABLET_WIDTH, TABLET_HEIGHT);
    picture(name, DESK_WIDTH, DESK_HEIGHT);
    return this;
  }

  /** What the browser itself complained of: blocked scripts, missing files. */
  List<String> complaints() {
    return complaints;
  }

  private void picture(String name, int width, int height) {
    page.setViewportSize(width, height);
    page.screenshot(
        new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
