package io.linkspan.command;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TextPlace;
import io.linkspan.pg.UserException;
import io.linkspan.sql.ContinuedLines;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error of a command with its place in what was typed, where that is sure and no secret. */
final class PlacedError {
  /** The first name that a message quotes is what it is about. */
  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")++)\"");

  /** Syntax errors and unknown names (PostgreSQL manual, appendix A, class 42). */
  private static final String SYNTAX = "42";

  private PlacedError() {}

  static UserException of(UserException error, String typed) {
    ErrorFields fields = error.fields();
    Optional<TextPlace> place =
        SecretMask.mask(typed).equals(typed)
            ? place(error, typed).filter(p -> p.offset() > 0)
            : Optional.empty();
    if (fields.place().isEmpty() && place.isEmpty()) {
      return error;
    }
    ErrorFields placed = fields.withPlace(place);
    return error instanceof ServerException server
        ? server.with(placed)
        : new UserException(error.kind(), placed, error);
  }

  private static Optional<TextPlace> place(UserException error, String typed) {
    Optional<TextPlace> found = error.fields().place();
    return found.isPresent() ? found.flatMap(at -> moved(at, typed)) : named(error, typed);
  }

  /**
   * The same place in the whole of what was typed, of which the command read the end; none where
   * variables have changed the text.
   */
  private static Optional<TextPlace> moved(TextPlace at, String typed) {
    String line = ContinuedLines.joined(typed);
    int blank = at.text().indexOf(' ') + 1;
    for (int cut : List.of(0, blank)) {
      int begin = line.lastIndexOf(at.text().substring(cut));
      if (begin >= 0 && at.offset() >= cut && cut < at.text().length()) {
        return Optional.of(new TextPlace(typed, begin + at.offset() - cut));
      }
    }
    return Optional.empty();
  }

  /** Where the name stands that the message is about, if it stands there once. */
  private static Optional<TextPlace> named(UserException error, String typed) {
    Matcher quoted = NAME.matcher(error.fields().message());
    if (!isOfTheText(error) || !quoted.find()) {
      return Optional.empty();
    }
    String name = quoted.group(1);
    // The ending of a file's name is no name.
    String last = name.indexOf('/') < 0 ? name.substring(name.lastIndexOf('.') + 1) : name;
    List<SqlToken> tokens =
        SqlLexer.tokens(typed).stream()
            .filter(token -> isName(token, name) || isName(token, last))
            .toList();
    return tokens.size() == 1
        ? Optional.of(new TextPlace(typed, tokens.get(0).begin()))
        : Optional.empty();
  }

  private static boolean isOfTheText(UserException error) {
    return switch (error.kind()) {
      case USAGE, CHECK -> true;
      case SERVER -> error.fields().sqlState().filter(s -> s.code().startsWith(SYNTAX)).isPresent();
      case CONNECTION, DIFFERENCE, INTERRUPTED -> false;
    };
  }

  private static boolean isName(SqlToken token, String name) {
    return token.identifier().map(Identifier::name).filter(name::equals).isPresent();
  }
}
