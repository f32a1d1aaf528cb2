package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.List;

/** Words for a server that did not start or stop. */
final class ServerFailure {
  private static final int LINES = 8;

  private ServerFailure() {}

  /**
   * The error with the end of what the server said.
   *
   * @param output of the program or the server's log
   */
  static UserException of(String message, String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    return new UserException(
        UserException.Kind.CONNECTION,
        ErrorFields.of(message)
            .withDetail(end.isEmpty() ? "The program gave no reason." : end)
            .withHint("Delete that directory to begin with an empty server."));
  }
}
