package io.dunwell.workflow;

import io.dunwell.platform.Installation;
import java.time.LocalDate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Sets the business clock to where it was before the engine starts, so that time never jumps. */
@Component
class EngineClock extends AbstractCamundaConfiguration {

  private final Installation installation;
  private final BusinessDaySettings settings;
  private final BusinessTime time;
  private final StoredDay stored;

  EngineClock(
      Installation installation,
      BusinessDaySettings settings,
      BusinessTime time,
      StoredDay stored) {
    this.installation = installation;
    this.settings = settings;
    this.time = time;
    this.stored = stored;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (installation.demo()) {
      LocalDate first = settings.businessDate() == null ? time.today() : settings.businessDate();
      var initial = new StoredDay.Row(time.offsetTo(first), first);
      time.moveBy(stored.readOr(initial).offsetDays());
    }
  }
}
