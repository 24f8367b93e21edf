package io.dunwell.billing;

import io.dunwell.party.Customers;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The duty to register invoices, switched on by the tests that are about it. */
@Component
@Primary
public class SwitchedDuty extends RegistrationDuty {

  private volatile boolean on;

  SwitchedDuty(Customers customers, BillingSettings settings) {
    super(customers, settings);
  }

  public void set(boolean registering) {
    on = registering;
  }

  @Override
  boolean isOurs() {
    return on || super.isOurs();
  }
}
