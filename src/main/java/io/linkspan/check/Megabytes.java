package io.linkspan.check;

/** Bytes in a message, in the unit in which settings of memory are written. */
final class Megabytes {
  private static final long KILO = 1024;

  private Megabytes() {}

  static String text(long bytes) {
    return bytes >= 10 * KILO * KILO
        ? bytes / KILO / KILO + " MB"
        : Math.max(1, bytes / KILO) + " kB";
  }
}
