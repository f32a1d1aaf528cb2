package io.linkspan.trouble;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of an error as some versions word it. A name in braces stands for what differs from
 * case to case, and {@code …} for text that does not matter.
 *
 * @param since the first major version that words it so
 * @param until the last one
 * @param message the whole message
 * @param detail a part of the DETAIL; empty where it does not tell the error from others
 * @param hint the server's HINT; only shown, never compared
 */
public record Seen(
    int since, int until, SqlState state, String message, String detail, String hint) {
  /** The versions that the catalogue knows. */
  public static final int OLDEST = 13;

  public static final int NEWEST = 18;

  /** Whether that major version words it so. */
  public boolean in(int major) {
    return since <= major && major <= until;
  }

  /** Whether every version does. */
  public boolean everywhere() {
    return since == OLDEST && until == NEWEST;
  }

  /**
   * Of a host with several addresses the DETAIL tells what became of each; what a server said
   * itself counts, and it is the last.
   */
  private static String lastWord(ErrorFields fields) {
    String text = fields.detail().orElse("");
    return text.substring(Math.max(0, text.lastIndexOf("FATAL:")));
  }

  /** What stands in the error for each name in braces; empty where it is another error. */
  Optional<Map<String, String>> match(ErrorFields fields) {
    if (!fields.sqlState().filter(state::equals).isPresent()) {
      return Optional.empty();
    }
    Map<String, String> names = new LinkedHashMap<>();
    boolean same =
        Wording.of(message).fills(fields.message(), names)
            && (detail.isEmpty() || Wording.of(detail).occursIn(lastWord(fields), names));
    return same ? Optional.of(names) : Optional.empty();
  }
}
