package io.dunwell.pages;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says about what has just been done. */
@Component
public class Notes {

  private final MessageSourceAccessor messages;

  Notes(MessageSource messages) {
    this.messages = new MessageSourceAccessor(messages);
  }

  /** Has the page after the redirect show that message. */
  public void add(RedirectAttributes flash, String message, Object... facts) {
    flash.addFlashAttribute("notice", text(message, facts));
  }

  /** The same for what was done and did not go well. */
  public void warn(RedirectAttributes flash, String message, Object... facts) {
    flash.addFlashAttribute("refusal", text(message, facts));
  }

  private String text(String message, Object... facts) {
    return messages.getMessage(message, facts, LocaleContextHolder.getLocale());
  }
}
