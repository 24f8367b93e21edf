package io.dunwell.pages;

import io.dunwell.shared.export.TableFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page with lists: each list is shown as it is asked for, unless one of them is asked for as a
 * file, which is then the answer in place of the page.
 */
public final class ListPage {

  private final Map<String, String> params;
  private final MessageSourceAccessor messages;
  private final ModelAndView page;
  private @Nullable ModelAndView file;

  ListPage(String view, Map<String, String> params, MessageSourceAccessor messages) {
    this.page = new ModelAndView(view);
    this.params = params;
    this.messages = messages;
  }

  /**
   * Shows the page's main list.
   *
   * @param attribute what the template calls it
   * @return the rows that are shown, none if a file is the answer
   */
  public <T> List<T> list(String attribute, Listing<T> listing) {
    return show(attribute, Asked.of("", params), listing);
  }

  /** Shows another list; its attribute is also what its parameters begin with. */
  public <T> List<T> also(String attribute, Listing<T> listing) {
    return show(attribute, Asked.of(attribute, params), listing);
  }

  /** Something else that the template needs. */
  public ListPage with(String attribute, @Nullable Object value) {
    page.addObject(attribute, value);
    return this;
  }

  public ModelAndView answer() {
    return file == null ? page : file;
  }

  private <T> List<T> show(String attribute, Asked asked, Listing<T> listing) {
    TableFormat format = asked.file();
    if (format != null) {
      file = new ModelAndView(new FileView<>(listing, asked, format, messages));
    }
    if (file != null) {
      return List.of();
    }
    Listed<T> listed = shown(asked, listing);
    page.addObject(attribute, listed);
    return listed.rows();
  }

  /** The last page for one past it: rows may have gone since somebody kept the link. */
  private static <T> Listed<T> shown(Asked asked, Listing<T> listing) {
    Listed<T> listed = listing.page(asked);
    return asked.page() > listed.last() ? listing.page(asked.at(listed.last())) : listed;
  }
}
