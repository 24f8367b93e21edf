package io.dunwell.desk.web;

import io.dunwell.shared.DeskPage;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A refused form leads back to its page, with the sentence and with what had been entered. */
@ControllerAdvice(annotations = DeskPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

  @ExceptionHandler(RuleViolation.class)
  ModelAndView refuse(RuleViolation refusal, HttpServletRequest request, RedirectAttributes flash) {
    if (!request.getMethod().equals("POST")) {
      boolean unknown = refusal.code().endsWith(".unknown");
      return new ModelAndView(
          unknown ? "error/404" : "error/409",
          Map.of("sentence", refusal.sentence()),
          unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
    }
    flash.addFlashAttribute("refusal", refusal.sentence());
    if (refusal instanceof MalformedValue malformed) {
      flash.addFlashAttribute("wrong", Map.of(malformed.field(), malformed.sentence()));
    }
    flash.addFlashAttribute("entered", entered(request));
    flash.addFlashAttribute("dialog", request.getParameter("dialog"));
    return new ModelAndView("redirect:" + back(request.getHeader("Referer")));
  }

  private static Map<String, String> entered(HttpServletRequest request) {
    Map<String, String> entered = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("_csrf")) {
                entered.put(name, values[0]);
              }
            });
    return entered;
  }

  /** The path only: a foreign referrer never leads out of the application. */
  private static String back(@Nullable String referrer) {
    if (referrer == null) {
      return "/";
    }
    URI from;
    try {
      from = new URI(referrer);
    } catch (URISyntaxException malformed) {
      return "/";
    }
    String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
    String path = from.getRawPath();
    return path == null || path.startsWith("//") ? "/" : path + query;
  }
}
