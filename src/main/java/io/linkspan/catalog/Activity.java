package io.linkspan.catalog;

import java.util.Optional;

/**
 * What {@code pg_stat_activity} says of a backend.
 *
 * @param pid its process id
 * @param application the name that its client gave itself
 * @param state such as {@code active}; empty where the role may not see it
 * @param waits such as {@code Client: ClientRead}; empty where it does not wait
 * @param query that it runs, or ran last; empty where the role may not see it
 */
public record Activity(
    int pid, String application, Optional<String> state, Optional<String> waits, String query) {
  /** The same with another text of its query. */
  public Activity with(String shown) {
    return new Activity(pid, application, state, waits, shown);
  }
}
