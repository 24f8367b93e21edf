package io.dunwell.desk.web;

import io.dunwell.pages.Listed;
import io.dunwell.shared.Books;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Links to the present page with something changed; {@code links} in every template. */
class Links {

  /** Parameters that leave nothing out of a list. */
  private static final Set<String> WHOLE =
      Set.of("q", "sort", "size", "page", "replay", "asOf", "by");

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
    UriComponentsBuilder url = changed().replaceQueryParam("page");
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

  /** The present page with that list sorted by that column; once more turns the order round. */
  public String sort(Listed<?> list, String key) {
    return of(list, "sort", key.equals(list.sort()) ? "-" + key : key);
  }

  /** The present page at another page of that list. */
  public String page(Listed<?> list, long page) {
    return of(list, "page", page);
  }

  /** The present page with so many rows of that list. */
  public String size(Listed<?> list, int size) {
    return of(list, "size", size);
  }

  /** The list, as it is found and sorted, as a file. */
  public String file(Listed<?> list, String format) {
    return changed().replaceQueryParam(list.param("format"), format).build().toUriString();
  }

  /** The other parameters that a filter of that list has to keep, but for its own fields. */
  public Map<String, String> kept(Listed<?> list, String... others) {
    Set<String> own = Set.of(list.param("sort"), list.param("size"), "replay");
    Map<String, String> kept = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              boolean foreign =
                  list.name().isEmpty()
                      ? name.contains(".") || List.of(others).contains(name)
                      : !name.startsWith(list.name() + ".");
              if ((foreign || own.contains(name)) && !isFormat(name)) {
                kept.put(name, values[0]);
              }
            });
    return kept;
  }

  /** Whether a page's main list is narrowed by more than a text: then none found is not none. */
  public boolean narrowed(Listed<?> list) {
    return list.name().isEmpty()
        && request.getParameterMap().entrySet().stream()
            .filter(each -> !WHOLE.contains(each.getKey()) && !each.getKey().contains("."))
            .anyMatch(each -> !each.getValue()[0].isBlank());
  }

  public String sortIcon(Listed<?> list, String key) {
    String sorted = list.sorted(key);
    if (sorted == null) {
      return "ti-selector";
    }
    return sorted.equals("ascending") ? "ti-chevron-up" : "ti-chevron-down";
  }

  private String of(Listed<?> list, String parameter, Object value) {
    UriComponentsBuilder url =
        changed()
            .replaceQueryParam(list.param("page"))
            .replaceQueryParam(list.param(parameter), value);
    return url.fragment(list.name().isEmpty() ? null : list.name()).build().toUriString();
  }

  /** The present page, whatever file was asked for. */
  private UriComponentsBuilder changed() {
    UriComponentsBuilder url = ServletUriComponentsBuilder.fromRequest(request);
    url.scheme(null).host(null).port(null);
    request.getParameterMap().keySet().stream()
        .filter(Links::isFormat)
        .forEach(url::replaceQueryParam);
    return url;
  }

  private static boolean isFormat(String parameter) {
    return parameter.equals("format") || parameter.endsWith(".format");
  }

  public @Nullable String param(String name) {
    return request.getParameter(name);
  }
}
