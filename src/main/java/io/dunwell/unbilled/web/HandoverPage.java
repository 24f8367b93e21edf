package io.dunwell.unbilled.web;

import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.process.ChaseHandover;
import java.security.Principal;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a chase on from the unbilled register. */
@DeskPage
class HandoverPage {

  private final ChaseHandover handover;
  private final Notes notes;

  HandoverPage(ChaseHandover handover, Notes notes) {
    this.handover = handover;
    this.notes = notes;
  }

  @PostMapping("/unbilled/handover")
  @PreAuthorize("hasAnyRole('MANAGER','ADMIN')")
  String handOn(
      @RequestParam UUID chase,
      @RequestParam String owner,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    ChaseView handed = handover.handOn(new ChaseId(chase), owner, reason, new Actor(by.getName()));
    notes.add(flash, "unbilled.hand.done", owner, handed.item().deliveryNumber());
    return "redirect:/unbilled";
  }
}
