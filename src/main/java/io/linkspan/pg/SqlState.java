package io.linkspan.pg;

import java.util.regex.Pattern;

/**
 * A five-character error code (manual, appendix A).
 *
 * @param code upper-case letters and digits
 */
public record SqlState(String code) {
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}");

  public static final SqlState QUERY_CANCELED = new SqlState("57014");
  public static final SqlState INSUFFICIENT_PRIVILEGE = new SqlState("42501");
  public static final SqlState UNDEFINED_TABLE = new SqlState("42P01");
  public static final SqlState UNDEFINED_OBJECT = new SqlState("42704");
  public static final SqlState CONNECTION_UNABLE = new SqlState("08001");
  public static final SqlState PASSWORD_REQUIRED = new SqlState("2F003");

  /** What is said where the server or the driver gave no code. */
  public static final SqlState UNKNOWN = new SqlState("XX000");

  public SqlState {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a SQLSTATE: \"" + code + "\"");
    }
  }

  /** Whether the connection, and not the statement, is what failed (class 08, and 57P0x). */
  public boolean connectionLost() {
    return code.startsWith("08") || code.startsWith("57P0");
  }
}
