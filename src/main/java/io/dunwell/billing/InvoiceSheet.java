package io.dunwell.billing;

import io.dunwell.correspondence.Letterhead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A billing document as its page shows it: everything formatted, nothing left to compute. Public
 * only because the template engine compiles its expressions for public types.
 */
public record InvoiceSheet(
    String language,
    String title,
    @Nullable String draft,
    Letterhead sender,
    @Nullable String sellerTax,
    Party buyer,
    @Nullable Party shipTo,
    List<Fact> facts,
    Columns columns,
    List<Row> rows,
    List<TaxRows> taxes,
    List<Fact> totals,
    Fact payable,
    @Nullable String inWords,
    @Nullable String inWordsLocal,
    List<Fact> dues,
    List<String> payTo,
    List<String> notes,
    @Nullable String remark,
    @Nullable Mark mark,
    boolean signed) {

  /** Who is billed, or where it went. */
  public record Party(
      String name, @Nullable String number, List<String> lines, List<Fact> taxIds) {}

  /** A labelled text. */
  public record Fact(String label, String text) {}

  /** What the columns of the lines are called; those that are not shown have no name. */
  public record Columns(
      @Nullable String code, String price, @Nullable String discount, String net) {}

  /** One line; a second line of small print may be empty. */
  public record Row(
      int position,
      String description,
      String second,
      String taxCode,
      String quantity,
      String unit,
      String price,
      String discount,
      String net,
      String rate,
      String tax) {}

  /** Taxes added up: charged ones, or those that the buyer owes himself, which says its title. */
  public record TaxRows(
      @Nullable String title, String code, String net, List<String> heads, List<TaxRow> rows) {}

  /** The taxes of one code and rate. */
  public record TaxRow(String code, String net, List<String> amounts) {}

  /** The tax portal's registration: reference, acknowledgement and QR as an image address. */
  public record Mark(String reference, String acknowledged, String qr) {}
}
