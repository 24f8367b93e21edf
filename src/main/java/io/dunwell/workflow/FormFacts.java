package io.dunwell.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.shared.RuleViolation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the forms their facts at the moment they are opened: a call a week after its task was made
 * is about what is open on the day of the call. Nothing of it is kept in the process.
 */
@Component
class FormFacts {

  private final Tasks tasks;
  private final ObjectMapper json;

  FormFacts(Tasks tasks, ObjectMapper json) {
    this.tasks = tasks;
    this.json = json;
  }

  /** Lets the engine answer first, which also decides whether the person may see the task. */
  void addTo(
      TaskId task, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answered);
    boolean shown = answered.getStatus() == HttpServletResponse.SC_OK;
    if (shown && json.readTree(answered.getContentAsByteArray()) instanceof ObjectNode variables) {
      factsOf(task).forEach((name, value) -> variables.set(name, variable(value)));
      answered.resetBuffer();
      json.writeValue(answered.getOutputStream(), variables);
    }
    answered.copyBodyToResponse();
  }

  private Map<String, Object> factsOf(TaskId task) {
    try {
      return tasks.view(task).facts();
    } catch (RuleViolation gone) {
      return Map.of(); // completed in the meantime: the engine has answered already
    }
  }

  /** Tables travel as JSON, which is how the forms expect them. */
  private ObjectNode variable(Object value) {
    ObjectNode variable = json.createObjectNode();
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      variable.put("type", "Object").put("value", json.valueToTree(value).toString());
      variable
          .putObject("valueInfo")
          .put("objectTypeName", value instanceof Map<?, ?> ? "java.util.Map" : "java.util.List")
          .put("serializationDataFormat", "application/json");
    } else if (value instanceof Integer number) {
      variable.put("type", "Integer").put("value", number).putObject("valueInfo");
    } else if (value instanceof Boolean flag) {
      variable.put("type", "Boolean").put("value", flag).putObject("valueInfo");
    } else {
      variable.put("type", "String").put("value", value.toString()).putObject("valueInfo");
    }
    return variable;
  }
}
