package io.dunwell.pages;

import io.dunwell.shared.export.Table;
import io.dunwell.shared.export.TableFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.ContentDisposition;
import org.springframework.web.servlet.View;

/** A list on its way to the browser as a file. */
record FileView<T>(
    Listing<T> listing, Asked asked, TableFormat format, MessageSourceAccessor messages)
    implements View {

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = listing.columns().name();
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(name + "." + format.extension())
            .build()
            .toString());
    try (Table table =
        format.open(response.getOutputStream(), name, listing.columns().titles(messages))) {
      listing.each(asked, row -> write(table, row));
    }
  }

  private void write(Table table, T row) {
    try {
      table.row(listing.columns().cells(row, messages));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
