package io.dunwell.contracts.web;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.DeliveryView;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.Price;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PriceQuestion;
import io.dunwell.contracts.Prices;
import io.dunwell.contracts.ProofKind;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.GstState;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deliveries: the list, one with its lines and proofs, and the form that confirms one. */
@DeskPage
class DeliveryPages {

  private static final int FORM_LINES = 6;

  private static final Columns<LineRow> LINES =
      Columns.<LineRow>of("lines")
          .text("item", "contracts.item", LineRow::item)
          .text("description", "contracts.description", LineRow::description)
          .text("quantity", "deliveries.quantity", LineRow::quantity)
          .text("left", "deliveries.left", LineRow::left)
          .text("unit", "contracts.unit", LineRow::unit)
          .text("price", "deliveries.price", LineRow::unitPrice)
          .amount("value", "deliveries.value", LineRow::value);

  private final Deliveries deliveries;
  private final Contracts contracts;
  private final Customers customers;
  private final Prices prices;
  private final ProofRows proofs;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  DeliveryPages(
      Deliveries deliveries,
      Contracts contracts,
      Customers customers,
      Prices prices,
      ProofRows proofs,
      Lists lists,
      Notes notes,
      Clock clock) {
    this.deliveries = deliveries;
    this.contracts = contracts;
    this.customers = customers;
    this.prices = prices;
    this.proofs = proofs;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/deliveries")
  ModelAndView list(@RequestParam Map<String, String> params) {
    boolean proofMissing = "true".equals(params.get("proofMissing"));
    Query query =
        DeliveryRow.all(params.getOrDefault("q", ""), proofMissing)
            .where("d.kind = :kind", "kind", params.get("kind"))
            .where("d.delivered_on >= cast(:from as date)", "from", params.get("from"))
            .where("d.delivered_on <= cast(:until as date)", "until", params.get("until"));
    PriceLineForm.day(params.getOrDefault("from", ""));
    PriceLineForm.day(params.getOrDefault("until", ""));
    ListPage page = lists.page("contracts/deliveries", params);
    page.list("deliveries", lists.of(DeliveryRow.COLUMNS, query, DeliveryRow::read));
    return page.with("kinds", DeliveryKind.values())
        .with("asked", params)
        .with("proofMissing", proofMissing)
        .answer();
  }

  @GetMapping("/deliveries/{id}")
  ModelAndView one(@PathVariable UUID id, @RequestParam Map<String, String> params) {
    DeliveryView delivery = deliveries.view(new DeliveryId(id));
    ContractView contract = contracts.view(delivery.contract(), delivery.deliveredOn());
    ListPage page = lists.page("contracts/delivery", params);
    page.also("lines", lists.of(LINES, lines(delivery)));
    return page.with("delivery", delivery)
        .with("contract", contract)
        .with("customer", customers.view(delivery.customer()))
        .with("returns", deliveries.returnsOf(delivery.id()))
        .with("proofs", proofs.of(delivery))
        .with("shown", proofs.shown(delivery, params))
        .with("proofKinds", ProofKind.values())
        .answer();
  }

  @GetMapping("/deliveries/new")
  @PreAuthorize(DeliveryActions.WRITES)
  String blank(@RequestParam(defaultValue = "") String contract, Model model) {
    model.addAttribute("contractNumber", contract);
    model.addAttribute("rows", FORM_LINES);
    model.addAttribute("states", GstState.all());
    LocalDate today = LocalDate.now(clock);
    contracts
        .byNumber(contract, today)
        .ifPresent(
            found ->
                model
                    .addAttribute("contract", found)
                    .addAttribute("customer", customers.view(found.customer()))
                    .addAttribute("offered", offered(found, today)));
    return "contracts/delivery-form";
  }

  @PostMapping("/deliveries")
  @PreAuthorize(DeliveryActions.WRITES)
  String confirm(
      @RequestParam Map<String, String> form,
      @RequestParam String contract,
      @RequestParam String number,
      @RequestParam LocalDate deliveredOn,
      @RequestParam DeliveryKind kind,
      Principal by,
      RedirectAttributes flash) {
    ContractView on =
        contracts
            .byNumber(contract, deliveredOn)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "contract.unknown", "There is no contract “" + contract + "”."));
    NewDelivery wanted =
        new NewDelivery(on.id(), number, deliveredOn, kind, entered(form), ShipToRequest.of(form));
    DeliveryId id = deliveries.confirm(wanted, new Actor(by.getName()));
    notes.add(flash, "deliveries.note.confirmed", wanted.number());
    return "redirect:/deliveries/" + id;
  }

  /** What has a price that day. */
  private static List<PriceLine> offered(ContractView contract, LocalDate day) {
    return contract.priceLines().stream()
        .filter(line -> line.on(day))
        .sorted(Comparator.comparing(PriceLine::item))
        .toList();
  }

  private static List<NewDelivery.Line> entered(Map<String, String> form) {
    List<NewDelivery.Line> lines = new ArrayList<>();
    for (int row = 0; row < FORM_LINES; row++) {
      String item = form.getOrDefault("item" + row, "").strip();
      if (!item.isEmpty()) {
        BigDecimal quantity = DeliveryActions.quantity(form.getOrDefault("quantity" + row, ""));
        lines.add(new NewDelivery.Line(item, quantity, null));
      }
    }
    return lines;
  }

  /** The lines with what they cost by the contract: all of a line at once. */
  private List<LineRow> lines(DeliveryView delivery) {
    List<Optional<Price>> found =
        prices.ofAll(
            delivery.lines().stream()
                .map(
                    line ->
                        new PriceQuestion(
                            delivery.contract(),
                            line.item(),
                            delivery.deliveredOn(),
                            line.quantity()))
                .toList());
    List<LineRow> rows = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      rows.add(LineRow.of(delivery.lines().get(i), found.get(i)));
    }
    return rows;
  }
}
