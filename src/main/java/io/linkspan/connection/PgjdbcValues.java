package io.linkspan.connection;

/** The values of libpq keywords that pgjdbc spells differently, both ways. */
final class PgjdbcValues {
  private PgjdbcValues() {}

  /** The driver's spelling of a value that libpq takes. */
  static String fromLibpq(Keyword keyword, String value) {
    return switch (keyword) {
      case KEEPALIVES -> value.strip().equals("0") ? "false" : "true";
      case LOAD_BALANCE_HOSTS -> value.equals("random") ? "true" : "false";
      // libpq waits for ever on a negative number too.
      case CONNECT_TIMEOUT -> String.valueOf(Math.max(0, Integer.parseInt(value.strip())));
      case TARGET_SESSION_ATTRS ->
          switch (value) {
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> "any";
          };
      default -> value;
    };
  }

  /**
   * libpq's spelling of a value of the driver's; those that every libpq since 13 knows where there
   * is a choice.
   */
  static String toLibpq(Keyword keyword, String value) {
    return switch (keyword) {
      case KEEPALIVES -> value.equals("true") ? "1" : "0";
      case LOAD_BALANCE_HOSTS -> value.equals("true") ? "random" : "disable";
      case TARGET_SESSION_ATTRS ->
          switch (value) {
            case "primary", "master" -> "read-write";
            case "secondary", "slave" -> "read-only";
            case "preferSecondary", "preferSlave" -> "prefer-standby";
            case "preferPrimary" -> "any";
            default -> value;
          };
      default -> value;
    };
  }
}
