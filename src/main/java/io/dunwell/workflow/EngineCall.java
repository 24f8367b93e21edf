package io.dunwell.workflow;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of the engine's REST interface, at whichever of its doors, and what people may call there:
 * they read, claim, give back and complete. What is not listed here is refused, however it is
 * written.
 *
 * @param resource the path behind the engine, for example {@code task/17/complete}
 */
record EngineCall(String method, String resource, Door door) {

  enum Door {
    /** For machines: no session, no cross-site forgery. */
    REST,
    /** For Tasklist and Cockpit in a browser. */
    WEBAPP
  }

  private static final Pattern REST =
      Pattern.compile("/engine-rest/+(?:engine/[\\w-]+/)?(?<resource>.*)");
  private static final Pattern WEBAPP =
      Pattern.compile("/camunda/api/(?:engine/engine/[\\w-]+/)?(?<resource>.*)");
  private static final String ID = "[\\w:.-]+";
  private static final Pattern TASK =
      Pattern.compile("task/(?<id>" + ID + ")/(?<act>claim|unclaim|complete|submit-form)");
  private static final Pattern FORM_VARIABLES =
      Pattern.compile("task/(?<id>" + ID + ")/form-variables");

  /** Queries that are posted because they are long; and the login, which is Dunwell's. */
  private static final List<Pattern> POSTED_READS =
      List.of(
          Pattern.compile("(task|process-instance|execution|variable-instance|job)(/count)?"),
          Pattern.compile("filter/" + ID + "/(list|singleResult|count)"),
          Pattern.compile(
              "history/(process-instance|activity-instance|task|variable-instance|job-log"
                  + "|decision-instance|external-task-log)(/count)?"),
          Pattern.compile("cockpit/plugin/[\\w-]+/[\\w-]+/[\\w/:.-]*"),
          Pattern.compile("admin/auth/user/[\\w-]+/(logout|login/[\\w-]+)"));

  /** A failed step may be tried again by those whom the engine permits it. */
  private static final Pattern RETRY = Pattern.compile("job/" + ID + "/retries");

  static EngineCall of(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher rest = REST.matcher(path);
    if (rest.matches()) {
      return new EngineCall(request.getMethod(), rest.group("resource"), Door.REST);
    }
    Matcher webapp = WEBAPP.matcher(path);
    return new EngineCall(
        request.getMethod(), webapp.matches() ? webapp.group("resource") : path, Door.WEBAPP);
  }

  boolean reads() {
    return method.equals("GET")
        || method.equals("HEAD")
        || method.equals("OPTIONS")
        || (method.equals("POST") && POSTED_READS.stream().anyMatch(this::is))
        || (method.equals("PUT") && is(RETRY));
  }

  boolean readsFormVariables() {
    return method.equals("GET") && is(FORM_VARIABLES);
  }

  boolean changesTask() {
    return method.equals("POST") && is(TASK);
  }

  /** The task it is about, of a call that changes a task or reads the variables of its form. */
  TaskId task() {
    return new TaskId(part(changesTask() ? TASK : FORM_VARIABLES, "id"));
  }

  boolean claims() {
    return part(TASK, "act").equals("claim");
  }

  boolean givesBack() {
    return part(TASK, "act").equals("unclaim");
  }

  private boolean is(Pattern pattern) {
    return pattern.matcher(resource).matches();
  }

  private String part(Pattern pattern, String group) {
    Matcher matcher = pattern.matcher(resource);
    if (!matcher.matches()) {
      throw new IllegalStateException(resource + " is no call of that kind");
    }
    return matcher.group(group);
  }
}
