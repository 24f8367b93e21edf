package io.dunwell.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for a person.
 *
 * @param key what has to be done, for example {@code callCustomer}
 * @param name the same for people
 * @param process the process it belongs to, for example {@code collection-case}
 * @param businessKey what the process is about
 * @param groups who may do it
 * @param assignee who claimed it; null if nobody
 * @param dueAt by when; null if it does not matter
 * @param priority what matters most comes first: higher is more urgent
 * @param facts what people see about it: what its card shows and, of a single task, all that its
 *     form shows
 */
public record TaskView(
    TaskId id,
    String key,
    String name,
    String process,
    String businessKey,
    Set<String> groups,
    @Nullable String assignee,
    Instant createdAt,
    @Nullable Instant dueAt,
    int priority,
    Map<String, Object> facts) {

  public TaskView {
    groups = Set.copyOf(groups);
    facts = Map.copyOf(facts);
  }

  TaskView withFacts(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(facts);
    all.putAll(more);
    return new TaskView(
        id, key, name, process, businessKey, groups, assignee, createdAt, dueAt, priority, all);
  }
}
