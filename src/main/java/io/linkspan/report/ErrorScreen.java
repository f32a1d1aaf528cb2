package io.linkspan.report;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Errors and notices in psql's manner: ERROR, then the place, DETAIL, HINT and CONTEXT. */
public final class ErrorScreen {
  private static final Page UNBOUNDED = new Page(Integer.MAX_VALUE, String::length);

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
    return error(error, sql, UNBOUNDED);
  }

  /** The same, with texts that are wider than the page wrapped at blanks. */
  public static List<Line> error(UserException error, String sql, Page page) {
    ErrorFields fields = error.fields();
    String code = fields.sqlState().map(state -> " (SQLSTATE " + state.code() + ")").orElse("");
    String server =
        error instanceof ServerException of ? " on \"" + Visible.line(of.connection()) + "\"" : "";
    List<String> message = new ArrayList<>(parts(fields.message()));
    message.set(0, message.get(0) + code + server);
    List<Line> lines = new ArrayList<>();
    add(lines, Style.ERROR, "ERROR:  ", message, page);
    lines.addAll(
        fields.place().isPresent()
            ? ErrorPlace.lines(fields.place().orElseThrow(), page)
            : ErrorPlace.lines(sql, fields.position(), page));
    addRest(lines, fields, page);
    return List.copyOf(lines);
  }

  /** All that the server said of an error. */
  public static List<Line> whole(ServerException error, Page page) {
    List<Line> lines = new ArrayList<>(error(error, "", page));
    error
        .origin()
        .ifPresent(
            origin -> {
              more(lines, "SCHEMA NAME: ", origin.schema());
              more(lines, "TABLE NAME: ", origin.table());
              more(lines, "COLUMN NAME: ", origin.column());
              more(lines, "DATATYPE NAME: ", origin.dataType());
              more(lines, "CONSTRAINT NAME: ", origin.constraint());
              more(lines, "QUERY: ", origin.internalQuery());
              more(lines, "LOCATION: ", origin.place());
            });
    return List.copyOf(lines);
  }

  private static void more(List<Line> lines, String label, Optional<String> value) {
    value.ifPresent(text -> add(lines, Style.DIM, label, parts(text), UNBOUNDED));
  }

  /** A notice or, by the class of its SQLSTATE, a warning. */
  public static List<Line> notice(ErrorFields notice) {
    boolean warning = notice.sqlState().filter(state -> state.code().startsWith("01")).isPresent();
    List<Line> lines = new ArrayList<>();
    String label = warning ? "WARNING:  " : "NOTICE:  ";
    Style style = warning ? Style.WARNING : Style.DIM;
    add(lines, style, label, parts(notice.message()), UNBOUNDED);
    notice.detail().ifPresent(text -> add(lines, Style.DIM, "DETAIL: ", parts(text), UNBOUNDED));
    notice.hint().ifPresent(text -> add(lines, Style.DIM, "HINT:   ", parts(text), UNBOUNDED));
    return List.copyOf(lines);
  }

  private static void addRest(List<Line> lines, ErrorFields fields, Page page) {
    fields.detail().ifPresent(text -> add(lines, Style.DIM, "DETAIL: ", parts(text), page));
    fields.hint().ifPresent(text -> add(lines, Style.GOOD, "HINT:   ", parts(text), page));
    fields.context().ifPresent(text -> add(lines, Style.DIM, "CONTEXT: ", parts(text), page));
    lines.addAll(ExplanationText.lines(fields, ExplanationText.NARROW, page));
  }

  private static void add(
      List<Line> lines, Style style, String label, List<String> parts, Page page) {
    String indent = " ".repeat(label.length());
    List<String> first = fitting(parts.get(0), label.length(), page);
    lines.add(Line.of(style, label).plus(first.get(0)));
    first.stream().skip(1).map(part -> Line.of(indent + part)).forEach(lines::add);
    for (String part : parts.subList(1, parts.size())) {
      fitting(part, 0, page).forEach(line -> lines.add(Line.of(line)));
    }
  }

  /** The line as it is where it fits behind so many columns, so that its blanks stay. */
  private static List<String> fitting(String line, int taken, Page page) {
    return taken + page.textWidth().applyAsInt(line) <= page.width()
        ? List.of(line)
        : Wrapping.wrap(line, page.width() - taken, page);
  }

  private static List<String> parts(String text) {
    return List.of(Visible.text(text).split("\n", -1));
  }
}
