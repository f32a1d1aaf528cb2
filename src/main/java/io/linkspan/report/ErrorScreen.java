package io.linkspan.report;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;

/** Errors and notices in psql's manner: ERROR, then the place, DETAIL, HINT and CONTEXT. */
public final class ErrorScreen {
  private ErrorScreen() {}

  /** An error of which no statement text is at hand. */
  public static List<Line> error(UserException error) {
    return error(error, "");
  }

  /**
   * An error of a statement.
   *
   * @param sql the text as the server got it, in which the error's position counts
   */
  public static List<Line> error(UserException error, String sql) {
    ErrorFields fields = error.fields();
    String code = fields.sqlState().map(state -> " (SQLSTATE " + state.code() + ")").orElse("");
    String server =
        error instanceof ServerException of ? " on \"" + Visible.line(of.connection()) + "\"" : "";
    List<String> message = new ArrayList<>(parts(fields.message()));
    message.set(0, message.get(0) + code + server);
    List<Line> lines = new ArrayList<>();
    add(lines, Style.ERROR, "ERROR:  ", message);
    lines.addAll(ErrorPlace.lines(sql, fields.position()));
    addRest(lines, fields);
    return List.copyOf(lines);
  }

  /** A notice or, by the class of its SQLSTATE, a warning. */
  public static List<Line> notice(ErrorFields notice) {
    boolean warning = notice.sqlState().filter(state -> state.code().startsWith("01")).isPresent();
    List<Line> lines = new ArrayList<>();
    String label = warning ? "WARNING:  " : "NOTICE:  ";
    add(lines, warning ? Style.WARNING : Style.DIM, label, parts(notice.message()));
    notice.detail().ifPresent(text -> add(lines, Style.DIM, "DETAIL: ", parts(text)));
    notice.hint().ifPresent(text -> add(lines, Style.DIM, "HINT:   ", parts(text)));
    return List.copyOf(lines);
  }

  private static void addRest(List<Line> lines, ErrorFields fields) {
    fields.detail().ifPresent(text -> add(lines, Style.DIM, "DETAIL: ", parts(text)));
    fields.hint().ifPresent(text -> add(lines, Style.GOOD, "HINT:   ", parts(text)));
    fields.context().ifPresent(text -> add(lines, Style.DIM, "CONTEXT: ", parts(text)));
  }

  private static void add(List<Line> lines, Style style, String label, List<String> parts) {
    lines.add(Line.of(style, label).plus(parts.get(0)));
    parts.stream().skip(1).map(Line::of).forEach(lines::add);
  }

  private static List<String> parts(String text) {
    return List.of(Visible.text(text).split("\n", -1));
  }
}
