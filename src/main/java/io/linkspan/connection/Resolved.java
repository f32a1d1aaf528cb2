package io.linkspan.connection;

import java.util.List;

/**
 * Settings with every default filled in.
 *
 * @param warnings what the user should know, one line each: a file not used, an option without
 *     effect
 */
public record Resolved(ConnectionSettings settings, List<String> warnings) {
  public Resolved {
    warnings = List.copyOf(warnings);
  }
}
