package io.linkspan.command;

import io.linkspan.catalog.RowEstimateReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Quantity;
import io.linkspan.settings.Setting;
import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.Harm;
import io.linkspan.sql.RemoteWrites;
import io.linkspan.sql.Statements;
import io.linkspan.sql.WritingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks before what would hurt on a production connection, and keeps reading ones reading. */
final class Care {
  private static final String MISREAD =
      "with standard_conforming_strings off, a backslash in it hides that";

  private final Workspace workspace;

  Care(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Looks at a statement before it is sent.
   *
   * @return what comes instead where the user does not want it sent
   * @throws UserException where it must not be sent, or would be asked about and nobody is there
   */
  Optional<Outcome> beforeSending(OpenConnection connection, String sql, Questions questions) {
    if (connection.readOnly()) {
      requireReading(connection, sql);
      connection.keepReadOnly();
    }
    List<Harm> harms = Harm.of(sql);
    if (!harms.isEmpty()) {
      return asked(connection)
          ? ask(connection, told(connection, harms.get(0)), questions)
          : Optional.empty();
    }
    if (asked(connection) && TypedDblink.constantsMisread(connection, sql)) {
      return ask(connection, "It is not sure where a constant ends: " + MISREAD, questions);
    }
    return throughDblink(sql, questions);
  }

  /** Looks at a command that writes, of which a sentence without a full stop says what it does. */
  Optional<Outcome> before(OpenConnection target, String does, Questions questions) {
    return asked(target) ? ask(target, does, questions) : Optional.empty();
  }

  private boolean asked(OpenConnection connection) {
    return switch (workspace.settings().text(Setting.CONFIRM)) {
      case "always" -> true;
      case "never" -> false;
      default -> connection.marks().production();
    };
  }

  private static Optional<Outcome> ask(
      OpenConnection connection, String does, Questions questions) {
    boolean production = connection.marks().production();
    if (!questions.canAnswer()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of(
                  production
                      ? "\"%s\" is production, and nobody is here to be asked"
                          .formatted(connection.name())
                      : "nobody is here to be asked about \"%s\"".formatted(connection.name()))
              .withDetail(does + ".")
              .withHint("To do it unasked, start linkspan with --yes."));
    }
    String where =
        production ? connection.name() + " is production. " : "On " + connection.name() + ": ";
    return questions.confirm(where + does + ". Go on?")
        ? Optional.empty()
        : Optional.of(
            new Outcome.Wrong(UserException.Kind.CHECK, List.of(Line.of("Nothing was sent."))));
  }

  private static String told(OpenConnection connection, Harm harm) {
    return harm.words() + harm.table().map(table -> rows(connection, table)).orElse("");
  }

  private static String rows(OpenConnection connection, QualifiedName table) {
    if (connection.isLost() || connection.session().transactionStatus() != TransactionStatus.IDLE) {
      // An error of this query must not end the user's transaction.
      return "";
    }
    try {
      return RowEstimateReader.read(connection.session(), table).stream()
          .mapToObj(rows -> " (about " + Quantity.count(rows, "row") + ")")
          .findFirst()
          .orElse("");
    } catch (UserException e) {
      // The statement itself will tell what is wrong.
      return "";
    }
  }

  /** What a constant of a dblink call would destroy on the other side of it. */
  private Optional<Outcome> throughDblink(String sql, Questions questions) {
    Optional<OpenConnection> care =
        DblinkCalls.mentioned(sql)
            ? workspace.connections().all().stream().filter(this::asked).findFirst()
            : Optional.empty();
    if (care.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    DblinkCalls.in(sql)
        .forEach(call -> call.arguments().forEach(each -> texts.addAll(each.constants())));
    return texts.stream()
        .flatMap(text -> Statements.split(text + "\n;").statements().stream())
        .flatMap(statement -> Harm.of(statement.text()).stream())
        .findFirst()
        .flatMap(harm -> ask(care.get(), "Through dblink: " + harm.words(), questions));
  }

  private static void requireReading(OpenConnection connection, String sql) {
    if (TypedDblink.constantsMisread(connection, sql)) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("connection \"%s\" is read only".formatted(connection.name()))
              .withDetail("It is not sure where a constant ends: " + MISREAD + ".")
              .withHint("SET standard_conforming_strings = on;"));
    }
    Optional<String> elsewhere = RemoteWrites.first(sql);
    if (elsewhere.isPresent()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("connection \"%s\" is read only".formatted(connection.name()))
              .withDetail("Through dblink, it would write elsewhere: " + elsewhere.get() + ".")
              .withHint("Connect to that database itself, and write there."));
    }
    if (WritingMode.asked(sql)) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("connection \"%s\" is read only".formatted(connection.name()))
              .withDetail("The statement would let it write.")
              .withHint(
                  "To write there, open it anew: disconnect %s, then connect without read only."
                      .formatted(connection.name())));
    }
  }
}
