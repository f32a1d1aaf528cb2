package io.linkspan.pasted;

import io.linkspan.sql.DblinkCall;
import java.util.Optional;

/** What a dblink call says of the connection that it reads through. */
public sealed interface Way {
  /** Nothing: dblink's unnamed connection. */
  record Unnamed() implements Way {}

  /** A name: of a connection opened before, or of a foreign server. */
  record Named(String name) implements Way {}

  /** Keywords and values, or a URI; may hold a password, which is not told. */
  record Conninfo(String text) implements Way {
    @Override
    public String toString() {
      return "Conninfo[" + text.length() + " characters]";
    }
  }

  /** An expression, whose value the text does not tell. */
  record Computed() implements Way {}

  /** The way of that call. */
  static Way of(DblinkCall call) {
    if (call.connection().isEmpty()) {
      return new Unnamed();
    }
    Optional<String> value = call.connection().flatMap(DblinkCall.Argument::value);
    return value.map(Way::of).orElseGet(Computed::new);
  }

  /** Whether a constant is a name or a connection string, told as dblink's errors tell it. */
  static Way of(String value) {
    return isConninfo(value) ? new Conninfo(value) : new Named(value);
  }

  /** Whether dblink, having found no connection and no server of that name, could connect by it. */
  static boolean isConninfo(String value) {
    String text = value.strip();
    return text.indexOf('=') >= 0
        || text.startsWith("postgresql://")
        || text.startsWith("postgres://");
  }
}
