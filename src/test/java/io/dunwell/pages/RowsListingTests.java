package io.dunwell.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.shared.Money;
import io.dunwell.shared.export.TableFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.StaticMessageSource;

class RowsListingTests {

  private record Row(String name, @Nullable Money amount, @Nullable LocalDate day, String state) {}

  private static final Columns<Row> COLUMNS =
      Columns.<Row>of("rows")
          .text("name", "t.name", Row::name)
          .amount("amount", "t.amount", Row::amount)
          .date("day", "t.day", Row::day)
          .word("state", "t.state", "state.", Row::state);

  private static final List<Row> ROWS =
      List.of(
          row("beta", "9.00", LocalDate.of(2026, 2, 1), "OPEN"),
          row("Alpha", "10.00", null, "DONE"),
          row("gamma", null, LocalDate.of(2026, 1, 1), "OPEN"));

  @Test
  void rowsComeAsTheyAreUnlessAskedOtherwise() {
    assertThat(names(Map.of())).containsExactly("beta", "Alpha", "gamma");
    assertThat(names(Map.of("sort", "nonsense"))).containsExactly("beta", "Alpha", "gamma");
  }

  @Test
  void textsSortWhateverTheirCaseAndAmountsByTheirSize() {
    assertThat(names(Map.of("sort", "name"))).containsExactly("Alpha", "beta", "gamma");
    assertThat(names(Map.of("sort", "-name"))).containsExactly("gamma", "beta", "Alpha");
    assertThat(names(Map.of("sort", "amount"))).containsExactly("beta", "Alpha", "gamma");
  }

  @Test
  void emptyCellsComeLastInEitherDirection() {
    assertThat(names(Map.of("sort", "day"))).containsExactly("gamma", "beta", "Alpha");
    assertThat(names(Map.of("sort", "-day"))).containsExactly("beta", "gamma", "Alpha");
    assertThat(names(Map.of("sort", "-amount"))).containsExactly("Alpha", "beta", "gamma");
  }

  @Test
  void whatIsFoundIsWhatTheColumnsShow() {
    assertThat(names(Map.of("q", "ALPHA"))).containsExactly("Alpha");
    assertThat(names(Map.of("q", "still open"))).containsExactly("beta", "gamma");
    assertThat(names(Map.of("q", "OPEN"))).containsExactly("beta", "gamma");
    assertThat(names(Map.of("q", "DONE"))).isEmpty();
  }

  @Test
  void aListIsKnownByTheNameBeforeItsParameters() {
    Asked asked = Asked.of("holds", Map.of("holds.sort", "-name", "sort", "name", "q", "x"));
    assertThat(listing().page(asked).rows()).extracting(Row::name).startsWith("gamma");
    assertThat(listing().page(asked).param("page")).isEqualTo("holds.page");
  }

  @Test
  void aPageBehindTheEndIsEmptyAndAnOddSizeIsNotTaken() {
    Listed<Row> behind = listing().page(Asked.of("", Map.of("page", "7", "size", "10")));
    assertThat(behind.rows()).isEmpty();
    assertThat(behind.total()).isEqualTo(3);
    assertThat(Asked.of("", Map.of("size", "1000000")).size()).isEqualTo(50);
    assertThat(Asked.of("", Map.of("page", "-3")).page()).isZero();
    assertThat(Asked.of("", Map.of("page", "99999999999")).page()).isZero();
  }

  @Test
  void aListPageShowsItsLastPageInPlaceOfOneBehindTheEnd() {
    MessageSourceAccessor words = new MessageSourceAccessor(new StaticMessageSource());
    ListPage page = new ListPage("some", Map.of("page", "7", "size", "10"), words);
    assertThat(page.list("rows", listing())).hasSize(3);
  }

  @Test
  void aFileHasTheFoundRowsOfAllPagesInTheAskedOrder() {
    List<String> written = new ArrayList<>();
    Asked asked = Asked.of("", Map.of("q", "open", "sort", "-name", "format", "xlsx", "page", "4"));
    listing().each(asked, row -> written.add(row.name()));
    assertThat(written).containsExactly("gamma", "beta");
    assertThat(asked.file()).isEqualTo(TableFormat.XLSX);
    assertThat(Asked.of("", Map.of("format", "pdf")).file()).isNull();
  }

  private static List<String> names(Map<String, String> params) {
    return listing().page(Asked.of("", params)).rows().stream().map(Row::name).toList();
  }

  private static Listing<Row> listing() {
    StaticMessageSource messages = new StaticMessageSource();
    messages.addMessage("state.OPEN", Locale.ENGLISH, "still open");
    messages.addMessage("state.DONE", Locale.ENGLISH, "over");
    return new RowsListing<>(COLUMNS, ROWS, new MessageSourceAccessor(messages, Locale.ENGLISH));
  }

  private static Row row(
      String name, @Nullable String amount, @Nullable LocalDate day, String state) {
    return new Row(name, amount == null ? null : Money.of(amount, "EUR"), day, state);
  }
}
