package io.linkspan.connection;

/**
 * What the user said of a connection besides where it is.
 *
 * @param readOnly whether the server is to refuse every write of its sessions
 * @param production whether a mistake there would hurt
 */
public record ConnectionMarks(boolean readOnly, boolean production) {
  public static final ConnectionMarks NONE = new ConnectionMarks(false, false);

  /** What either of them says. */
  public ConnectionMarks or(ConnectionMarks other) {
    return new ConnectionMarks(readOnly || other.readOnly, production || other.production);
  }

  /** For a list after other words: {@code , read only, production}; empty where nothing is said. */
  public String listed() {
    return (readOnly ? ", read only" : "") + (production ? ", production" : "");
  }
}
