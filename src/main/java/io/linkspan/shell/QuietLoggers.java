package io.linkspan.shell;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Switches off what libraries would write on the screen: the terminal library a warning with a
 * trace for an unknown TERM, the driver the connection URL with the password in it.
 */
public final class QuietLoggers {
  /** Held here, for the logging framework forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.jline"), Logger.getLogger("org.postgresql"));

  private QuietLoggers() {}

  /** Switches them off for the life of the process. */
  public static void switchOff() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
