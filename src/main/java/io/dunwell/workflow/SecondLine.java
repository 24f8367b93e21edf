package io.dunwell.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/**
 * Stands inside the engine, behind the guard at its doors: no task is completed that the guard has
 * not let pass, and no person steers a process in any other way.
 */
@Component
class SecondLine extends AbstractCamundaConfiguration {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners();
    List<BpmnParseListener> all = listeners == null ? new ArrayList<>() : listeners;
    all.add(new ListenAtEveryTask());
    engine.setCustomPreBPMNParseListeners(all);
    List<CommandInterceptor> interceptors = engine.getCustomPreCommandInterceptorsTxRequired();
    List<CommandInterceptor> more = interceptors == null ? new ArrayList<>() : interceptors;
    more.add(new PeopleSteerNothing(engine));
    engine.setCustomPreCommandInterceptorsTxRequired(more);
  }

  private static final class ListenAtEveryTask extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
        task.getTaskDefinition()
            .addTaskListener(TaskListener.EVENTNAME_COMPLETE, SecondLine::refuseUnguarded);
      }
    }
  }

  private static void refuseUnguarded(DelegateTask task) {
    if (!Passage.grantedFor(task.getId())) {
      throw new AuthorizationException(
          "Tasks are completed through Dunwell, which asks who completes them.");
    }
  }
}
