package io.linkspan.trouble;

import java.util.List;

/**
 * When linkspan tells of a trouble.
 *
 * @param checks the findings that tell of it before a run
 * @param words the sentence for the reader
 */
public record Found(When when, List<String> checks, String words) {
  /** The moment. */
  public enum When {
    BEFORE,
    AFTERWARDS,
    NEVER
  }

  public Found {
    checks = List.copyOf(checks);
  }
}
