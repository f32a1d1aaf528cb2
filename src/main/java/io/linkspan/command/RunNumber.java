package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.Optional;
import java.util.function.Function;

/** Reads the number of a run, and finds the run in the target's journal. */
final class RunNumber {
  private RunNumber() {}

  /** The number at the end of a line; empty where nothing is typed. */
  static Optional<Long> parse(Tokens tokens) {
    if (tokens.atEnd()) {
      return Optional.empty();
    }
    if (tokens.peek().kind() != TokenKind.NUMBER || !tokens.peek().text().matches("\\d{1,9}")) {
      throw tokens.unexpected("the number of a run");
    }
    long number = Long.parseLong(tokens.next().text());
    tokens.expectEnd();
    return Optional.of(number);
  }

  /**
   * The run of that number, or the usual one where no number is given.
   *
   * @param kind what the usual one is, for the message: {@code was interrupted}
   */
  static JournaledRun find(
      OpenConnection target,
      Optional<Long> number,
      Function<Journal, Optional<JournaledRun>> usual,
      String kind) {
    Optional<JournaledRun> found =
        KeptRuns.read(
                target, kept -> number.isPresent() ? kept.run(number.get()) : usual.apply(kept))
            .flatMap(run -> run);
    return found.orElseThrow(
        () ->
            new UserException(
                UserException.Kind.USAGE,
                ErrorFields.of(
                        number
                            .map(n -> "there is no run %d on \"%s\"".formatted(n, target.name()))
                            .orElseGet(() -> "no run on \"%s\" %s".formatted(target.name(), kind)))
                    .withHint("See all of them: runs")));
  }
}
