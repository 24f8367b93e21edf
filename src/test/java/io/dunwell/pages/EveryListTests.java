package io.dunwell.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** Every table of every page sorts, filters, pages and leaves as a file. */
@DunwellTest
class EveryListTests {

  private static final Pattern TABLE = Pattern.compile("<table class=\"rows\".*?</table>", 32);
  private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");
  private static final Pattern SORT = Pattern.compile("class=\"sort\" href=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired Trade trade;
  @Autowired Clock clock;

  /** Pages with the fewest lists that each has to have, whatever else stands on it. */
  private List<String> pages() throws Exception {
    Happenings happened = new Happenings(mvc, trade, clock);
    happened.tell("C-1", "C-2");
    String account = happened.account();
    String receipt = happened.receipt();
    String run = happened.run();
    String imported = happened.imported();
    return Stream.of(
            Stream.of("/", "/worklist", "/customers", "/ageing", "/ageing?by=ITEM"),
            Stream.of(account, account + "/history", account + "/holds", account + "/details"),
            Stream.of("/receipts", receipt, "/payouts", "/daily-runs", run),
            Stream.of("/policies", "/policies/standard", "/ledger", "/ledger/projections"),
            Stream.of("/users", "/audit", "/imports", imported, "/import-profiles"),
            Stream.of("/outbox", "/replays", "/unbilled"))
        .flatMap(paths -> paths)
        .toList();
  }

  @Test
  void everyColumnHeadSortsBothWaysAndSaysSo() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String page : pages()) {
      String html = read(page);
      List<String> sorts = found(SORT, html);
      assertThat(sorts).as(page + " has heads that sort").isNotEmpty();
      for (String sort : sorts) {
        String sorted = read(sort);
        String again = found(SORT, sorted).get(sorts.indexOf(sort));
        boolean turned =
            sorted.contains("aria-sort=\"ascending\"") && read(again).contains("descending\"");
        boolean both = turned || sorted.contains("aria-sort=\"descending\"");
        if (!both) {
          wrong.add(sort);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyTableStandsUnderAFilterAndAnExport() throws Exception {
    for (String page : pages()) {
      String html = read(page);
      long tables = TABLE.matcher(html).results().count();
      List<String> files = found(HREF, html).stream().filter(h -> h.contains("xlsx")).toList();
      assertThat(files).as(page).hasSize((int) tables);
      assertThat(html.split("type=\"search\"", -1).length - 2).as(page).isEqualTo(tables);
    }
  }

  @Test
  void everyExportIsAFileOfTheSameList() throws Exception {
    for (String page : pages()) {
      for (String href : found(HREF, read(page))) {
        if (href.contains("format=")) {
          MockHttpServletResponse file = answer(href);
          assertThat(file.getContentType()).as(href).matches("text/csv.*|.*spreadsheetml.*");
          assertThat(file.getHeader("Content-Disposition")).as(href).startsWith("attachment");
          assertThat(file.getContentAsByteArray()).as(href).hasSizeGreaterThan(10);
        }
      }
    }
  }

  @Test
  void whatIsLookedForNarrowsThePageAndTheFile() throws Exception {
    pages();
    assertThat(read("/customers?q=C-2")).contains("Customer C-2").doesNotContain("Customer C-1<");
    assertThat(read("/customers?q=C-2&format=csv")).contains("C-2").doesNotContain("C-1");
    assertThat(read("/ageing?q=C-2")).contains("C-2").doesNotContain("Ties out");
    assertThat(read("/ageing?q=C-2&format=csv")).contains("C-2").doesNotContain("C-1");
    assertThat(read("/policies?q=nobody")).contains("Nothing found");
    assertThat(read("/audit?q=missing&format=csv")).contains("dispute");
  }

  @Test
  void aListIsCutIntoPagesOfTheAskedSizeAndLeavesWhole() throws Exception {
    for (int i = 10; i < 35; i++) {
      trade.invoice(
          trade.customer("C-" + i), "INV-" + i, i + ".00", Trade.DAY, Trade.DAY.plusDays(i));
    }
    for (String list : List.of("/customers", "/ageing")) {
      assertThat(read(list + "?size=10&page=2")).contains("21–25 of 25").contains("C-34");
      assertThat(read(list + "?size=10&page=2&format=csv").lines()).hasSize(26);
    }
    String largest = read("/ageing?sort=-total&size=10&format=csv");
    assertThat(largest.lines().skip(1).findFirst().orElseThrow()).startsWith("C-34");
    assertThat(read("/ageing?sort=-total&size=10")).contains("C-34").doesNotContain("C-11");
  }

  @Test
  void whatASheetWouldRunIsDefused() throws Exception {
    trade.customer("=1+1");
    assertThat(read("/customers?format=csv")).contains("'=1+1");
  }

  /** Cockpit and Tasklist show the live books only: whoever reads a replay's gets no links. */
  @Test
  void otherBooksThanTheLiveHaveNoLinksIntoTheEngine() throws Exception {
    pages();
    assertThat(read("/worklist")).contains("Customer C-2").doesNotContain("#/process-instance/");
  }

  private static List<String> found(Pattern pattern, String html) {
    return pattern
        .matcher(html)
        .results()
        .map(match -> HtmlUtils.htmlUnescape(match.group(1)).replaceFirst("#.*", ""))
        .toList();
  }

  private String read(String path) throws Exception {
    return answer(path).getContentAsString();
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(get(URI.create(path)).with(user("someone").roles("ADMIN")))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).as(path).isEqualTo(200);
    return response;
  }
}
