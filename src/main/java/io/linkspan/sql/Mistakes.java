package io.linkspan.sql;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.TextPlace;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a cursor complains of: for the user, and as a reason that repeats nothing of the text. */
final class Mistakes {
  private Mistakes() {}

  /**
   * The mistake that a token is where something else was expected.
   *
   * @param words that may stand there; the nearest is offered, if one is near
   */
  static UserException unexpected(
      String expected, SqlToken token, TextPlace place, List<String> words) {
    String message = "expected " + expected + ", found " + found(token);
    return new UserException(
        UserException.Kind.USAGE,
        new ErrorFields(
                message,
                Optional.empty(),
                Optional.empty(),
                NearestName.hint(token.word(), words),
                Optional.empty(),
                token.begin() + 1)
            .withPlace(Optional.of(place)));
  }

  /** A word for the token; constants are not repeated, they may be secrets. */
  private static String found(SqlToken token) {
    return switch (token.kind()) {
      case END -> "end of line";
      case WORD, SYMBOL, OPERATOR, QUOTED_IDENTIFIER, NUMBER, UNKNOWN -> '"' + token.text() + '"';
      case OPEN_STRING, OPEN_DOLLAR_STRING, OPEN_IDENTIFIER -> "a quote that is not closed";
      default -> token.kind().isString() ? "a string" : "a name";
    };
  }

  /** What the reader gives, or why it could not. */
  static <T> Reading<T> caught(String text, Supplier<T> reader) {
    try {
      return new Reading.Parsed<>(reader.get());
    } catch (UserException e) {
      String message = e.fields().message();
      int found = message.indexOf(", found ");
      String reason = found < 0 ? message : message.substring(0, found);
      int position = e.fields().position();
      return new Reading.NotParsed<>(Unparsed.at(reason, text, Math.max(0, position - 1)));
    }
  }
}
