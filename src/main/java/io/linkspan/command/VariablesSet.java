package io.linkspan.command;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.TextPlace;
import io.linkspan.pg.UserException;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills variables in, and names one that is not set before a server stumbles over its colon. */
final class VariablesSet {
  private VariablesSet() {}

  /**
   * The text with the values in it.
   *
   * @throws UserException where a variable is not set
   */
  static String filled(String text, Map<String, String> values) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    SqlToken before = new SqlToken(TokenKind.END, "", 0, 0);
    for (SqlToken token : SqlLexer.tokens(text)) {
      // JSON_OBJECT('key' :value) is SQL since 16.
      String name = Variables.name(token);
      boolean variable = !name.isEmpty() && !before.kind().isString();
      if (variable && !values.containsKey(name)) {
        throw unset(text, token, values);
      }
      before = token.kind().isComment() ? before : token;
    }
    return Variables.substitute(text, values);
  }

  private static UserException unset(String text, SqlToken token, Map<String, String> values) {
    String name = Variables.name(token);
    String hint =
        NearestName.hint(name, List.copyOf(values.keySet()))
            .orElse(
                "Set it: let %1$s = VALUE; or start with: linkspan -v %1$s=VALUE".formatted(name));
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("variable \"" + name + "\" is not set")
            .withHint(hint)
            .withPlace(Optional.of(new TextPlace(text, token.begin()))));
  }
}
