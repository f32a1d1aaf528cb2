package io.linkspan.connection;

import java.util.Optional;

/**
 * A connection as the user's configuration file keeps it: what was said, not what was resolved.
 *
 * @param settings never with a password or another secret; the constructor drops them
 * @param reachedBy how the target server reaches the database, where that differs
 * @param readOnly whether its sessions only read
 * @param production whether a mistake would hurt
 */
public record SavedConnection(
    String name,
    ParsedSettings settings,
    Optional<ReachedBy> reachedBy,
    boolean readOnly,
    boolean production) {

  public SavedConnection {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a saved connection needs a name");
    }
    settings = settings.withoutSecrets();
  }

  /** What is said of it besides where it is. */
  public ConnectionMarks marks() {
    return new ConnectionMarks(readOnly, production);
  }

  /** A connection that is reached as the shell reaches it, writable, not of production. */
  public static SavedConnection of(String name, ParsedSettings settings) {
    return new SavedConnection(name, settings, Optional.empty(), false, false);
  }
}
