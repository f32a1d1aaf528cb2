package io.linkspan.request;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what stands after {@code batch} and {@code workers}. */
final class ExecutionParser {
  /** More sessions than that would only wait for one another. */
  static final int MOST_WORKERS = 32;

  private ExecutionParser() {}

  /** {@code N rows}, {@code off}, or {@code auto}, which leaves it to the table's size. */
  static Optional<Batching> batching(Tokens tokens) {
    if (tokens.acceptWord("off")) {
      return Optional.of(new Batching.Off());
    }
    if (tokens.acceptWord("auto")) {
      return Optional.empty();
    }
    long rows = number(tokens, "a number of rows, off or auto", 1_000_000_000);
    if (!tokens.acceptWord("rows")) {
      tokens.acceptWord("row");
    }
    return Optional.of(new Batching.Rows(rows));
  }

  /** {@code N}, or {@code auto}, which leaves it to the table's size. */
  static OptionalInt workers(Tokens tokens) {
    if (tokens.acceptWord("auto")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) number(tokens, "a number of workers or auto", MOST_WORKERS));
  }

  private static long number(Tokens tokens, String what, long most) {
    boolean whole =
        tokens.peek().kind() == TokenKind.NUMBER && tokens.peek().text().matches("\\d{1,12}");
    if (!whole) {
      throw tokens.unexpected(what);
    }
    int at = tokens.peek().begin();
    long number = Long.parseLong(tokens.next().text());
    if (number < 1 || number > most) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("the number must be from 1 to %d, not %d".formatted(most, number))
              .withHint("Type a number from 1 to %d.".formatted(most))
              .withPlace(Optional.of(tokens.place(at))));
    }
    return number;
  }
}
