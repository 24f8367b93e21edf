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
    List<Fact> facts,
    List<Row> rows,
    List<String> taxHeads,
    List<TaxRow> taxRows,
    List<Fact> totals,
    Fact payable,
    String inWords,
    @Nullable String inWordsLocal,
    List<Fact> dues,
    List<String> notes,
    @Nullable String remark,
    @Nullable Mark mark) {

  /** Who is billed. */
  public record Party(String name, String number, List<String> lines, List<Fact> taxIds) {}

  /** A labelled text. */
  public record Fact(String label, String text) {}

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

  /** The taxes of one code and rate. */
  public record TaxRow(String code, String net, List<String> amounts, String tax) {}

  /** The tax portal's registration: reference, acknowledgement and QR as an image address. */
  public record Mark(String reference, String acknowledged, String qr) {}
}
