package io.linkspan.shell;

import java.io.IOException;
import java.util.List;

/** Ctrl-Z at the prompt, where the library keeps the terminal from sending the signal. */
final class Suspension {
  private Suspension() {}

  /**
   * Stops the processes of this job, as the terminal would, until the user's shell lets them go on.
   * Where no shell could do that, the system lets them go on at once (POSIX, orphaned process
   * group).
   */
  static void stop() {
    try {
      Process signal = new ProcessBuilder(List.of("/bin/sh", "-c", "kill -TSTP 0")).start();
      signal.waitFor();
    } catch (IOException e) {
      // No shell on this system, so no job control either.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
