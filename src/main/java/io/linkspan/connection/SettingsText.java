package io.linkspan.connection;

import io.linkspan.pg.UserException;
import java.util.regex.Pattern;

/**
 * Connection strings as libpq reads them (libpq manual, "Connection Strings"), and JDBC's. Messages
 * name the place and repeat nothing of the text, because any part of it may be a password.
 */
public final class SettingsText {
  private static final Pattern URI_SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.:-]*://.*");
  private static final Pattern NO_DATABASE_NAME = Pattern.compile("[\\s:@/?&'\"\\\\%]");
  private static final String FORMS =
      "Write postgresql://USER@HOST:PORT/DATABASE, or host=… port=… dbname=… user=…, or service=…";

  private SettingsText() {}

  /**
   * The settings that a text says: a {@code postgresql://} URI, keywords and values, a {@code
   * jdbc:postgresql:} URL or the bare name of a database. Nothing for an empty text.
   *
   * @throws UserException where the text is none of these; never with a part of the text
   */
  public static ParsedSettings parse(String connection) {
    String text = connection.strip();
    if (text.isEmpty()) {
      return ParsedSettings.empty();
    }
    if (text.startsWith("jdbc:postgresql:")) {
      return JdbcUrlText.parse(text);
    }
    if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
      return UriText.parse(text);
    }
    if (URI_SCHEME.matcher(text).matches()) {
      throw UserException.usage("connection URI is not one of PostgreSQL's", FORMS);
    }
    return text.indexOf('=') >= 0 ? ConninfoText.parse(connection) : databaseName(text);
  }

  private static ParsedSettings databaseName(String text) {
    var odd = NO_DATABASE_NAME.matcher(text);
    if (odd.find()) {
      throw malformed("missing \"=\" in the connection string", odd.start(), FORMS);
    }
    return ParsedSettings.empty().with(Keyword.DBNAME.text(), text);
  }

  /**
   * An error in a connection string.
   *
   * @param index 0-based index of the character that cannot be read
   */
  static UserException malformed(String what, int index, String hint) {
    return UserException.usage(what + " at character " + (index + 1), hint);
  }
}
