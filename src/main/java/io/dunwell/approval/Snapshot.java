package io.dunwell.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.party.AddressKind;
import io.dunwell.party.CustomerView;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of an invoice as approvers see it, subject by subject.
 *
 * @param facts what it says about each subject, in words
 */
public record Snapshot(Map<Aspect, List<String>> facts) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BUYER = "Buyer’s ";

  public Snapshot {
    facts = Collections.unmodifiableMap(new EnumMap<>(facts));
  }

  /** What this version says, with the proofs of its deliveries and the buyer as he is today. */
  static Snapshot of(InvoiceView invoice, List<String> proofs, CustomerView buyer) {
    Basis basis = invoice.basis();
    Map<Aspect, List<String>> facts = new EnumMap<>(Aspect.class);
    facts.put(Aspect.CUSTOMER, customer(buyer));
    facts.put(
        Aspect.TERMS,
        texts(
            invoice.kind(),
            basis.currency(),
            basis.terms(),
            basis.contractNumber(),
            basis.contractVersion()));
    facts.put(Aspect.PRICE, invoice.lines().stream().map(Snapshot::price).toList());
    facts.put(Aspect.QUANTITY, each(invoice, Snapshot::quantity));
    facts.put(Aspect.PROOF, proofs.stream().sorted().toList());
    facts.put(Aspect.TAX, tax(invoice, buyer));
    facts.put(Aspect.AMOUNT, texts(plain(invoice.sums().total()), plain(invoice.sums().setOff())));
    facts.put(Aspect.REFERENCE, texts(basis.poNumber(), invoice.original(), invoice.reason()));
    facts.put(
        Aspect.TEXT,
        Stream.concat(
                texts(basis.remark()).stream(),
                invoice.lines().stream().map(line -> line.charge().description()))
            .toList());
    return new Snapshot(facts);
  }

  /** The subjects on which the two say different things. */
  Set<Aspect> changesTo(Snapshot later) {
    EnumSet<Aspect> changed = EnumSet.noneOf(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (!said(aspect).equals(later.said(aspect))) {
        changed.add(aspect);
      }
    }
    return changed;
  }

  /** The proofs that this version was seen with and that are none any more. */
  List<String> lostProofs(List<String> now) {
    return said(Aspect.PROOF).stream().filter(proof -> !now.contains(proof)).toList();
  }

  /** Who is billed, under which tax ids; of versions before these were kept nothing. */
  List<String> buyer() {
    List<String> customer = said(Aspect.CUSTOMER);
    return customer.size() < 2
        ? List.of()
        : Stream.concat(
                customer.stream().skip(1),
                said(Aspect.TAX).stream().filter(each -> each.startsWith(BUYER)))
            .toList();
  }

  private static List<String> customer(CustomerView buyer) {
    return Stream.concat(
            texts(buyer.id(), buyer.name()).stream(),
            buyer
                .address(AddressKind.BILLING)
                .or(() -> buyer.addresses().stream().findFirst())
                .map(
                    address ->
                        joined(
                            address.lines(),
                            address.postalCode(),
                            address.city(),
                            address.region(),
                            address.country()))
                .stream())
        .toList();
  }

  private static Stream<String> taxIds(CustomerView buyer) {
    return buyer.taxIds().stream().map(id -> BUYER + id.scheme() + " " + id.value()).sorted();
  }

  private List<String> said(Aspect aspect) {
    return facts.getOrDefault(aspect, List.of());
  }

  String text() {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A version of an invoice cannot be written down", e);
    }
  }

  static Snapshot parse(String text) {
    try {
      return new Snapshot(JSON.readValue(text, new TypeReference<Map<Aspect, List<String>>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A version of an invoice cannot be read any more", e);
    }
  }

  /** SHA-256 of all that it says, in hex. */
  String hash() {
    try {
      byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static List<String> each(InvoiceView invoice, Function<Charge, String> said) {
    return invoice.lines().stream().map(LineView::charge).map(said).toList();
  }

  private static String price(LineView line) {
    Charge charge = line.charge();
    String price =
        joined(
            charge.item(),
            plain(charge.unitPrice()),
            plain(charge.discountPercent()),
            plain(charge.contractNet()));
    return line.because() == null ? price : joined(price, line.because());
  }

  private static String quantity(Charge charge) {
    return joined(charge.item(), plain(charge.quantity()), charge.unit(), charge.deliveryNumber());
  }

  private static List<String> tax(InvoiceView invoice, CustomerView buyer) {
    Basis basis = invoice.basis();
    Stream<String> whole = texts(basis.taxScheme(), basis.placeOfSupply(), basis.supply()).stream();
    Stream<String> lines =
        invoice.lines().stream()
            .map(LineView::charge)
            .map(charge -> joined(charge.item(), charge.taxCode(), charge.treatment()));
    Stream<String> taxes =
        invoice.taxes().stream()
            .map(tax -> joined(tax.component(), plain(tax.rate()), plain(tax.amount())));
    return Stream.of(whole, lines, taxes, taxIds(buyer)).flatMap(Function.identity()).toList();
  }

  private static String joined(@Nullable Object... parts) {
    return String.join(" · ", texts(parts));
  }

  private static List<String> texts(@Nullable Object... parts) {
    return Stream.of(parts).map(part -> part == null ? "" : part.toString()).toList();
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
