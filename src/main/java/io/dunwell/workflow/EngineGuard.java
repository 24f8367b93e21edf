package io.dunwell.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands at the engine's doors. People read there; to claim, give back or complete a task there is
 * the same as to do it in Dunwell, with the same checks and the same sentences; everything else is
 * refused.
 */
class EngineGuard extends OncePerRequestFilter {

  private static final int LONGEST_BODY = 100_000;

  private final Tasks tasks;
  private final FormFacts facts;
  private final ObjectMapper json;

  EngineGuard(Tasks tasks, FormFacts facts, ObjectMapper json) {
    this.tasks = tasks;
    this.facts = facts;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    EngineCall call = EngineCall.of(request);
    Principal caller = request.getUserPrincipal();
    if (caller == null || forged(call, request)) {
      chain.doFilter(request, response); // what stands behind refuses both
    } else if (call.readsFormVariables()) {
      facts.addTo(call.task(), request, response, chain);
    } else if (call.reads()) {
      chain.doFilter(request, response);
    } else if (call.changesTask()) {
      change(call, request, response, new Actor(caller.getName()));
    } else {
      refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "engine.closed",
          "Here tasks are read, claimed, given back and completed. Everything else is done in Dunwell itself.");
    }
  }

  private void change(
      EngineCall call, HttpServletRequest request, HttpServletResponse response, Actor by)
      throws IOException {
    try {
      JsonNode body = bodyOf(request);
      if (call.claims()) {
        refuseOthers(body, by);
        tasks.claim(call.task(), by);
      } else if (call.givesBack()) {
        tasks.giveBack(call.task(), by);
      } else {
        tasks.complete(call.task(), answerIn(body), by);
      }
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (RuleViolation refused) {
      boolean unknown = refused.code().endsWith(".unknown");
      int status = unknown ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_CONFLICT;
      refuse(response, status, refused.code(), refused.sentence());
    } catch (ConcurrencyFailureException overtaken) {
      refuse(
          response,
          HttpServletResponse.SC_CONFLICT,
          "task.overtaken",
          "Somebody else was faster: this task has changed. Open it again.");
    }
  }

  /** A browser's call without the token of its page: not what the person wanted. */
  private static boolean forged(EngineCall call, HttpServletRequest request) {
    if (call.door() == EngineCall.Door.REST || request.getMethod().equals("GET")) {
      return false;
    }
    HttpSession session = request.getSession(false);
    Object token =
        session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    return token == null || !token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
  }

  private static void refuseOthers(JsonNode body, Actor by) {
    String user = body.path("userId").asText(by.name());
    if (!user.equals(by.name())) {
      throw new RuleViolation("task.claim-for-others", "You can claim a task only for yourself.");
    }
  }

  private JsonNode bodyOf(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw new RuleViolation("answer.too-long", "This is more than any form can hold.");
    }
    try {
      return body.length == 0 ? json.createObjectNode() : json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new RuleViolation("answer.no-json", "The answer is not well-formed JSON.");
    }
  }

  /** {@code {variables: {outcome: {value: …}}}}, as the engine's forms send it. */
  private static Answer answerIn(JsonNode body) {
    Map<String, Object> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> variable : body.path("variables").properties()) {
      JsonNode value = variable.getValue().path("value");
      if (value.isValueNode() && !value.isNull()) {
        fields.put(variable.getKey(), value.asText());
      }
    }
    return new Answer(fields);
  }

  private void refuse(HttpServletResponse response, int status, String code, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(
        response.getOutputStream(),
        Map.of("type", "RuleViolation", "code", code, "message", sentence));
  }
}
