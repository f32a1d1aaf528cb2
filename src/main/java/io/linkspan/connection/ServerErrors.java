package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** The one place that turns the driver's exceptions into the fields of an error. */
final class ServerErrors {
  private ServerErrors() {}

  static ServerException translated(SQLException failure, String connection) {
    ErrorFields fields = fields(failure);
    Kind kind =
        fields.sqlState().filter(SqlState::connectionLost).isPresent()
            ? Kind.CONNECTION
            : Kind.SERVER;
    return new ServerException(kind, fields, connection, origin(failure));
  }

  private static Optional<ErrorOrigin> origin(SQLException failure) {
    if (!(failure instanceof PSQLException driver) || driver.getServerErrorMessage() == null) {
      return Optional.empty();
    }
    ServerErrorMessage said = driver.getServerErrorMessage();
    String severity = said.getSeverity() == null ? "ERROR" : said.getSeverity();
    Optional<String> place =
        Optional.ofNullable(said.getFile())
            .map(file -> "%s, %s:%d".formatted(said.getRoutine(), file, said.getLine()));
    return Optional.of(
        new ErrorOrigin(
            severity,
            Optional.ofNullable(said.getSchema()),
            Optional.ofNullable(said.getTable()),
            Optional.ofNullable(said.getColumn()),
            Optional.ofNullable(said.getDatatype()),
            Optional.ofNullable(said.getConstraint()),
            Optional.ofNullable(said.getInternalQuery()),
            place));
  }

  /** What opening a session threw. */
  static ServerException couldNotConnect(SQLException failure, String connection) {
    ErrorFields said = fields(failure);
    // What the driver calls an empty string is that nobody gave it a password.
    ErrorFields fields =
        said.message().contains("the password is an empty string")
            ? said.withMessage("the server asks for a password, and none is known")
            : said;
    return new ServerException(Kind.CONNECTION, fields, connection);
  }

  private static ErrorFields fields(SQLException failure) {
    SqlState state = state(failure.getSQLState());
    if (failure instanceof PSQLException driver && driver.getServerErrorMessage() != null) {
      return fields(driver.getServerErrorMessage(), state);
    }
    if (failure.getCause() instanceof UnknownHostException unknown) {
      return ErrorFields.of(
              "could not translate host name \"%s\" to address".formatted(unknown.getMessage()))
          .withSqlState(state);
    }
    if (failure.getCause() instanceof ConnectException) {
      String words = String.valueOf(failure.getMessage());
      int end = words.indexOf(". Check that");
      return ErrorFields.of(inServerVoice(end < 0 ? words : words.substring(0, end)))
          .withSqlState(state);
    }
    // The driver's own words; they begin with a capital and end in a full stop.
    String message = failure.getMessage() == null ? "no message" : failure.getMessage();
    String firstLine = message.lines().findFirst().orElse("no message");
    return ErrorFields.of(inServerVoice(firstLine)).withSqlState(state);
  }

  /** A notice or warning that a server sent. */
  static ErrorFields notice(SQLWarning warning) {
    SqlState state = state(warning.getSQLState());
    if (warning instanceof PSQLWarning driver) {
      return fields(driver.getServerErrorMessage(), state);
    }
    return ErrorFields.of(String.valueOf(warning.getMessage())).withSqlState(state);
  }

  private static ErrorFields fields(ServerErrorMessage message, SqlState state) {
    String text = message.getMessage() == null ? "no message" : message.getMessage();
    return new ErrorFields(
        text,
        Optional.of(state),
        Optional.ofNullable(message.getDetail()),
        Optional.ofNullable(message.getHint()),
        Optional.ofNullable(message.getWhere()),
        message.getPosition());
  }

  private static SqlState state(@Nullable String code) {
    return code == null || code.length() != 5 ? SqlState.UNKNOWN : new SqlState(code);
  }

  private static String inServerVoice(String message) {
    String text = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    boolean capitalised =
        text.length() > 1
            && Character.isUpperCase(text.charAt(0))
            && !Character.isUpperCase(text.charAt(1));
    return capitalised ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}
