package io.linkspan.catalog;

import java.util.Comparator;
import java.util.List;

/**
 * How many more sessions a role can open in a database, by every limit that holds for it.
 *
 * @param limits at least one: the server's
 */
public record ConnectionRoom(List<Limit> limits) {
  /**
   * One limit.
   *
   * @param name as an administrator knows it
   * @param most how many sessions it lets the role have
   * @param used how many there are
   */
  public record Limit(String name, long most, long used) {
    /** How many more it lets the role open, at least 0. */
    public long free() {
      return Math.max(0, most - used);
    }
  }

  public ConnectionRoom {
    limits = List.copyOf(limits);
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("a server without a limit");
    }
  }

  /** The limit that is reached first. */
  public Limit tightest() {
    return limits.stream().min(Comparator.comparingLong(Limit::free)).orElseThrow();
  }
}
