package io.dunwell.exchange.web;

import io.dunwell.exchange.CurrencyTotal;
import io.dunwell.exchange.ImportProblem;
import io.dunwell.exchange.ImportView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as it is, as problem+json with the fields that every import has. */
record RefusedImport(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String code,
    UUID id,
    int rows,
    int accepted,
    int duplicates,
    int rejected,
    List<CurrencyTotal> totals,
    List<ImportProblem> problems) {

  private static final int UNPROCESSABLE = 422;

  static RefusedImport of(ImportView view) {
    return new RefusedImport(
        "urn:dunwell:" + view.code(),
        "The file cannot be read as it is",
        UNPROCESSABLE,
        view.detail(),
        view.code(),
        view.id(),
        view.rows(),
        view.accepted(),
        view.duplicates(),
        view.rejected(),
        view.totals(),
        view.problems());
  }
}
