package io.dunwell.advances;

import io.dunwell.shared.Actor;
import io.dunwell.workflow.DayTurn;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Confirms with each business day what came in on advances since the last. */
@Component
@Order(50)
class VoucherTurn implements DayTurn {

  private final ReceiptVouchers vouchers;

  VoucherTurn(ReceiptVouchers vouchers) {
    this.vouchers = vouchers;
  }

  @Override
  public void turn(LocalDate day, Actor by) {
    vouchers.issueDue(by);
  }
}
