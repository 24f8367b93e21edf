package io.dunwell.receivables.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.PostDated;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.export.TableFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/ageing")
@Tag(name = "Ageing", description = "Who owes what, and since when, at the end of any day")
class AgeingController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String EXAMPLE =
      """
      {"asOf":"2026-03-31","by":"customer","rows":[{"key":"0200769623","customer":"0200769623",\
      "name":"Asha Textiles","currency":"INR","notDue":"1200.00","buckets":[\
      {"from":1,"to":30,"amount":"300.00"},{"from":31,"to":60,"amount":"0.00"},\
      {"from":61,"to":90,"amount":"0.00"},{"from":91,"to":120,"amount":"0.00"},\
      {"from":121,"to":null,"amount":"0.00"}],"overdue":"300.00","unapplied":"-50.00",\
      "total":"1450.00"}],"postDated":[{"currency":"INR","amount":"200.00"}]}""";

  private final Ageing ageing;
  private final PostDated postDated;
  private final Customers customers;
  private final ObjectMapper mapper;
  private final Clock clock;

  AgeingController(
      Ageing ageing, PostDated postDated, Customers customers, ObjectMapper mapper, Clock clock) {
    this.ageing = ageing;
    this.postDated = postDated;
    this.customers = customers;
    this.mapper = mapper;
    this.clock = clock;
  }

  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", XLSX})
  @Operation(
      summary = "Ageing at the end of a day",
      description =
          "JSON, CSV or XLSX by `Accept`. A day overdue counts from the day after the due day;"
              + " exactly 30 days are in 1–30. Currencies are never added; `in` shows the whole in"
              + " one, at the rates of the day. `total` is notDue + buckets + unapplied, and"
              + " always what the ledger's control accounts say. Receipts dated after the day stand"
              + " apart in `postDated`, as far as the report is about today or a later day: a list at"
              + " the end in JSON, a column of each row in CSV and XLSX, empty for past days.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(examples = @ExampleObject(EXAMPLE))))
  void ageing(
      @Parameter(description = "today if left out", example = "2026-03-31")
          @RequestParam(required = false)
          @Nullable LocalDate asOf,
      @Parameter(description = "total, customer, collector or item", example = "customer")
          @RequestParam(defaultValue = "total")
          String by,
      @Parameter(
              description = "only what was recorded until then",
              example = "2026-04-02T18:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownBy,
      @Parameter(description = "last day overdue of each bucket", example = "30,60,90,120")
          @RequestParam(required = false)
          @Nullable List<Integer> limits,
      @Parameter(description = "convert into this currency", example = "INR")
          @RequestParam(required = false)
          @Nullable Currency in,
      @Parameter(description = "only this customer number") @RequestParam(required = false)
          @Nullable String customer,
      @Parameter(description = "only items in this currency") @RequestParam(required = false)
          @Nullable Currency currency,
      @Parameter(description = "only this collector's accounts, or `unassigned`")
          @RequestParam(required = false)
          @Nullable String collector,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*")
          String accept,
      HttpServletResponse response)
      throws IOException {
    AgeingQuery query =
        new AgeingQuery(
            asOf == null ? LocalDate.now(clock) : asOf,
            by(by),
            knownBy,
            limits == null || limits.isEmpty() ? AgeingQuery.LIMITS : limits,
            in,
            customer == null ? null : existing(customer),
            currency,
            collector);
    write(query, format(accept), response);
  }

  private void write(AgeingQuery query, @Nullable TableFormat format, HttpServletResponse response)
      throws IOException {
    if (format != null) {
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"ageing-%s.%s\"".formatted(query.asOf(), format.extension()));
    }
    response.setContentType(format == null ? MediaType.APPLICATION_JSON_VALUE : format.mediaType());
    response.setCharacterEncoding("UTF-8");
    OutputStream out = response.getOutputStream();
    AgeingWriter writer =
        format == null
            ? new AgeingJson(out, mapper, query, aboutPast(query) ? List.of() : postDated.of(query))
            : new AgeingTable(out, format, query, aboutPast(query) ? null : postDated.rows(query));
    ageing.each(
        query,
        row -> {
          try {
            writer.row(row);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    writer.end();
  }

  /** What came after a day that has passed was not dated ahead: it is only later. */
  private boolean aboutPast(AgeingQuery query) {
    return query.asOf().isBefore(LocalDate.now(clock));
  }

  private static AgeingBy by(String text) {
    try {
      return AgeingBy.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "by is total, customer, collector or item", e);
    }
  }

  /** The table format asked for first, null for JSON. */
  private static @Nullable TableFormat format(String accept) {
    for (MediaType wanted : MediaType.parseMediaTypes(accept)) {
      if (wanted.includes(MediaType.APPLICATION_JSON)) {
        return null;
      }
      for (TableFormat format : TableFormat.values()) {
        if (wanted.includes(MediaType.valueOf(format.mediaType()))) {
          return format;
        }
      }
    }
    return null;
  }

  private CustomerId existing(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."))
        .id();
  }
}
