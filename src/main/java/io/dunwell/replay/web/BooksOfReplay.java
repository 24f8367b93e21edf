package io.dunwell.replay.web;

import io.dunwell.platform.BooksDatabases;
import io.dunwell.replay.ReplayId;
import io.dunwell.replay.Replays;
import io.dunwell.shared.Books;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets a reader look into the books of a replay: {@code ?replay=<id>} on a read makes the request
 * work in those books. Nothing can be written to them this way. It stands behind the security
 * filters, which know users from the live books only.
 */
@Component
@Order(0)
class BooksOfReplay extends OncePerRequestFilter {

  private static final Pattern ID = Pattern.compile("[a-z0-9]{6,20}");
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final BooksDatabases databases;
  private final Replays replays;

  BooksOfReplay(BooksDatabases databases, Replays replays) {
    this.databases = databases;
    this.replays = replays;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return named(request) == null;
  }

  /** From the query alone: reading a form's body is not ours. */
  private static @Nullable String named(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? null
        : UriComponentsBuilder.newInstance()
            .query(query)
            .build()
            .getQueryParams()
            .getFirst("replay");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String replay = Objects.requireNonNull(named(request));
    if (!READS.contains(request.getMethod())) {
      refuse(response, 409, "replay.read-only", "The books of a replay can only be read.");
    } else if (!ID.matcher(replay).matches()
        || replays.find(new ReplayId(replay)).isEmpty()
        || !databases.exists(Books.ofReplay(replay))) {
      refuse(response, 404, "replay.unknown", "There are no books of such a replay.");
    } else {
      within(Books.ofReplay(replay), request, response, chain);
    }
  }

  private static void within(
      Books books, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Exception thrown =
        books.within(
            () -> {
              try {
                chain.doFilter(request, response);
                return null;
              } catch (IOException | ServletException e) {
                return e;
              }
            });
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown instanceof ServletException e) {
      throw e;
    }
  }

  private static void refuse(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            """
            {"type":"urn:dunwell:%s","title":"A business rule refused this","status":%d,\
            "detail":"%s","code":"%s"}"""
                .formatted(code, status, detail, code));
  }
}
