package io.dunwell.desk.web;

import io.dunwell.shared.Books;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page what the layout and the building blocks need. */
class PageModel implements HandlerInterceptor {

  private final Clock clock;

  PageModel(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || isRedirect(page)) {
      return;
    }
    Me me = Me.current();
    String replay = Books.current().replay();
    page.addObject("fmt", new Formats(clock.getZone()))
        .addObject("links", new Links(request))
        .addObject("me", me)
        .addObject("nav", Navigation.of(me, replay))
        .addObject("replay", replay)
        .addObject("today", LocalDate.now(clock))
        .addObject("simulated", simulated());
  }

  private boolean simulated() {
    return !LocalDate.now(clock).equals(LocalDate.now(Clock.system(clock.getZone())));
  }

  private static boolean isRedirect(ModelAndView page) {
    String name = page.getViewName();
    return name == null || name.startsWith("redirect:") || name.startsWith("forward:");
  }
}
