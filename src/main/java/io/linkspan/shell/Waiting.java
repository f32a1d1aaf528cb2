package io.linkspan.shell;

/** Waits for a program that has the terminal; Ctrl-C belongs to it meanwhile. */
final class Waiting {
  private Waiting() {}

  /** Ends it, with what it started. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  /** Its exit code. */
  static int forEnd(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
