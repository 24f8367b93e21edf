package io.dunwell.workflow;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** What the engine lets people do by default, and how it keeps their passwords. */
@Component
class EngineSecurity extends AbstractCamundaConfiguration {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setPasswordEncryptor(new BcryptPasswords());
    // candidates may read, claim and complete: not reassign, not change variables
    engine.setDefaultUserPermissionNameForTask("TASK_WORK");
  }
}
