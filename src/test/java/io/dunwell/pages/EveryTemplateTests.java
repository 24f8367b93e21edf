package io.dunwell.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.billing.Mill;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.invoices.InvoiceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.HtmlUtils;

/**
 * Follows every link of the desk from page to page. The books of a test are read as a replay's are,
 * without forms; so each page is also rendered as who works in the live books sees it.
 */
@DunwellTest
class EveryTemplateTests {

  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");
  private static final Pattern OF_OURS =
      Pattern.compile("/(?!camunda|webjars|desk/|swagger|v3|api/|logout|login)[^#]*");
  private static final Pattern MISSING_MESSAGE = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+");
  private static final Pattern FORMULA =
      Pattern.compile("(?m)(?:^|,)\"?(?:[=+@\\t]|-(?!\\d+(?:\\.\\d+)?\"?(?:,|\\s|$)))");

  /** Needs a replay that has run: longer than this test may take. */
  private static final Set<String> NOT_BY_A_LINK = Set.of("replay/replay");

  /** Pages about different things of one kind: a draft, and what is issued. */
  private static final int OF_A_KIND = 2;

  @Autowired MockMvc mvc;
  @Autowired Trade trade;
  @Autowired Mill mill;
  @Autowired Clock clock;

  @Autowired
  @Qualifier("thymeleafViewResolver")
  ViewResolver views;

  private final Deque<String> ahead = new ArrayDeque<>();
  private final Map<String, Set<String>> shapes = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();
  private final Set<String> wrong = new TreeSet<>();

  @Test
  void everyPageRendersWithRowsAndFormsAndNothingOfWhatPeopleTypedIsMarkupOrAFormula()
      throws Exception {
    new Happenings(mvc, trade, clock).tell("C-1" + SCRIPT, "=C-2");
    visit("/invoices/" + aMonthOfBilling());
    visit("/");
    visit("/ledger/projections");
    visit("/contracts/new");
    while (!ahead.isEmpty()) {
      read(ahead.remove());
    }

    assertThat(wrong).isEmpty();
    assertThat(templates()).as("templates that no page was made of").isSubsetOf(seen.keySet());
    assertThat(String.join("", seen.values())).contains("&lt;script&gt;alert(1)");
    assertThat(seen.get("receipts/receipt")).contains("id=\"refund\"", "name=\"reason\"");
  }

  /** The invoice that is issued. */
  private InvoiceId aMonthOfBilling() {
    mill.opens();
    LocalDate today = LocalDate.now(clock);
    ContractId contract =
        mill.yarnContract(mill.customer("C-3", SCRIPT, "IN", "Maharashtra", "27AAPFU0939F1ZV"));
    DeliveryId delivery = mill.delivers(contract, "+DC-1", today.minusDays(9), "40");
    mill.proves(delivery);
    InvoiceId issued = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    mill.issues(issued);
    mill.delivers(contract, "@DC-2", today.minusDays(8), "7");
    mill.bills(today.minusDays(1));
    mill.delivers(contract, SCRIPT, today.minusDays(40), "3");
    return issued;
  }

  private void visit(String link) {
    String href = link.replaceAll("(?<=[?&])replay=[^&]*&?", "").replaceAll("[?&]$", "");
    String shape = ID.matcher(href.replaceAll("=[^&]*", "=")).replaceAll("~");
    int most = shape.contains("~") && !href.contains("format=") ? OF_A_KIND : 1;
    Set<String> alike = shapes.computeIfAbsent(shape, none -> new HashSet<>());
    if (OF_OURS.matcher(href).matches() && alike.size() < most && alike.add(href)) {
      ahead.add(href);
    }
  }

  private void read(String path) throws Exception {
    MvcResult result =
        mvc.perform(get(URI.create(path)).with(user("admin").roles("ADMIN"))).andReturn();
    MockHttpServletResponse response = result.getResponse();
    ModelAndView page = result.getModelAndView();
    boolean refusedInWords = page != null && "error/409".equals(page.getViewName());
    if (response.getStatus() != 200 && !refusedInWords) {
      wrong.add(path + " answers " + response.getStatus());
    }
    if (path.contains("format=csv")) {
      FORMULA
          .matcher(response.getContentAsString())
          .results()
          .forEach(found -> wrong.add(path + " has a cell that begins a formula"));
    } else if (page != null && page.getViewName() != null && !path.contains("format=")) {
      String live = asInTheLiveBooks(page, result);
      check(path, response.getContentAsString());
      check(path, live);
      seen.merge(page.getViewName(), live, String::concat);
      HREF.matcher(live)
          .results()
          .map(link -> HtmlUtils.htmlUnescape(link.group(1)).replaceFirst("#.*", ""))
          .filter(link -> !link.contains("sort=") && !link.contains("xlsx"))
          .forEach(this::visit);
    }
  }

  private void check(String path, String html) {
    if (html.contains("<script>alert")) {
      wrong.add(path + " shows what somebody typed as markup");
    }
    MISSING_MESSAGE.matcher(html).results().forEach(found -> wrong.add(path + found.group()));
  }

  private String asInTheLiveBooks(ModelAndView page, MvcResult result) throws Exception {
    Map<String, Object> model = new HashMap<>(page.getModel());
    model.remove("replay");
    // where the first rendering left it
    result.getRequest().removeAttribute("replay");
    MockHttpServletResponse response = new MockHttpServletResponse();
    Objects.requireNonNull(
            views.resolveViewName(String.valueOf(page.getViewName()), Locale.ENGLISH))
        .render(model, result.getRequest(), response);
    return response.getContentAsString();
  }

  /** Those that are pages in the desk's frame: not parts of pages, letters or errors. */
  private static Set<String> templates() throws IOException {
    Path root = Path.of("src/main/resources/templates");
    Set<String> pages = new HashSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        String name = root.relativize(file).toString().replace(".html", "");
        if (Files.readString(file).contains("layout :: page(") && !name.startsWith("error")) {
          pages.add(name);
        }
      }
    }
    pages.removeAll(NOT_BY_A_LINK);
    pages.remove("layout");
    return pages;
  }
}
