package io.linkspan.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Switches off what libraries would write on the screen: the terminal library a warning with a
 * trace for an unknown TERM, the driver the connection URL with the password in it.
 *
 * <p>The logging framework makes one of these when a library first asks for a logger (LogManager,
 * "LogManager Configuration"). To set levels here would start the framework, which takes longer
 * than anything else on the way to the prompt.
 */
public final class QuietLoggers {
  private static final String SETTINGS = ".level=OFF\n";

  /** Is called by the logging framework. */
  public QuietLoggers() throws IOException {
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Switches them off for the life of the process. */
  public static void switchOff() {
    System.setProperty("java.util.logging.config.class", QuietLoggers.class.getName());
  }
}
