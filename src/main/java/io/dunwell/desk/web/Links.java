package io.dunwell.desk.web;

import io.dunwell.shared.Books;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Links to the present page with something changed; {@code links} in every template. */
class Links {

  private final HttpServletRequest request;

  Links(HttpServletRequest request) {
    this.request = request;
  }

  /** The page's path without its parameters. */
  public String path() {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** The present page with that parameter set; any other change starts at the first page again. */
  public String with(String name, @Nullable Object value) {
    UriComponentsBuilder url = ServletUriComponentsBuilder.fromRequest(request);
    url.scheme(null).host(null).port(null).replaceQueryParam("page");
    url.replaceQueryParam("format");
    if (value == null) {
      url.replaceQueryParam(name);
    } else {
      url.replaceQueryParam(name, value);
    }
    return url.build().toUriString();
  }

  /** The present page with two parameters set. */
  public String with(String name, Object value, String otherName, Object otherValue) {
    UriComponentsBuilder url = UriComponentsBuilder.fromUriString(with(name, value));
    return url.replaceQueryParam(otherName, otherValue).build().toUriString();
  }

  /** Another page in the same books. Each part of the path is encoded. */
  public String page(String path) {
    String encoded = UriUtils.encodePath(path, StandardCharsets.UTF_8);
    String replay = Books.current().replay();
    return request.getContextPath() + encoded + (replay == null ? "" : "?replay=" + replay);
  }

  /** Another page in the same books, with one parameter. */
  public String to(String path, String name, String value) {
    String page = page(path);
    return page
        + (page.contains("?") ? "&" : "?")
        + name
        + "="
        + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8);
  }

  /** The present page sorted by that column; once more turns the order round. */
  public String sort(String key) {
    return with("sort", key.equals(request.getParameter("sort")) ? "-" + key : key);
  }

  /** What {@code aria-sort} says about that column, null if the page is not sorted by it. */
  public @Nullable String sorted(String key) {
    String sort = request.getParameter("sort");
    if (key.equals(sort)) {
      return "ascending";
    }
    return ("-" + key).equals(sort) ? "descending" : null;
  }

  public String sortIcon(String key) {
    String sorted = sorted(key);
    if (sorted == null) {
      return "ti-selector";
    }
    return sorted.equals("ascending") ? "ti-chevron-up" : "ti-chevron-down";
  }

  public @Nullable String param(String name) {
    return request.getParameter(name);
  }
}
