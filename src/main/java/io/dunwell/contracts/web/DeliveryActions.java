package io.dunwell.contracts.web;

import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryLineId;
import io.dunwell.contracts.NewReturn;
import io.dunwell.contracts.ProofId;
import io.dunwell.contracts.ProofKind;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Numbers;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a delivery on its page: taken back, proven. */
@DeskPage
@RequestMapping("/deliveries/{id}")
@PreAuthorize(DeliveryActions.WRITES)
class DeliveryActions {

  static final String WRITES = "hasAnyRole('OPERATIONS', 'BILLING', 'ADMIN')";

  /** Sales, too, is asked for proofs of what its contracts leave unbilled. */
  static final String PROVES = "hasAnyRole('OPERATIONS', 'BILLING', 'SALES', 'ADMIN')";

  private final Deliveries deliveries;
  private final Notes notes;

  DeliveryActions(Deliveries deliveries, Notes notes) {
    this.deliveries = deliveries;
    this.notes = notes;
  }

  @PostMapping("/returns")
  String takeBack(
      @PathVariable UUID id,
      @RequestParam UUID line,
      @RequestParam String quantity,
      @RequestParam LocalDate on,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    DeliveryId taken =
        deliveries.takeBack(
            new NewReturn(new DeliveryLineId(line), quantity(quantity), on, reason, null),
            new Actor(by.getName()));
    notes.add(flash, "deliveries.note.returned", deliveries.view(taken).number());
    return "redirect:/deliveries/" + id;
  }

  @PostMapping("/proofs")
  @PreAuthorize(PROVES)
  String attach(
      @PathVariable UUID id,
      @RequestParam ProofKind kind,
      @RequestParam MultipartFile file,
      Principal by,
      RedirectAttributes flash)
      throws IOException {
    String name = file.getOriginalFilename();
    ProofId proof =
        deliveries.attachProof(
            new DeliveryId(id),
            kind,
            name == null || name.isBlank() ? "proof" : name,
            file.getBytes(),
            new Actor(by.getName()));
    notes.add(flash, "deliveries.note.proven");
    return "redirect:/deliveries/" + id + "?proof=" + proof;
  }

  @PostMapping("/withdrawn-proofs")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam UUID proof,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    deliveries.withdrawProof(new ProofId(proof), reason, new Actor(by.getName()));
    notes.add(flash, "deliveries.note.withdrawn");
    return "redirect:/deliveries/" + id;
  }

  static BigDecimal quantity(String typed) {
    return Numbers.typed(typed)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "quantity.malformed",
                    "“%s” is no quantity. Write it like 1234.5, with a point before the decimals."
                        .formatted(typed)));
  }
}
