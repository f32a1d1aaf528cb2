package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.Notification;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows the results of one statement as they come. */
public final class ResultsScreen implements ResultListener {
  /**
   * Where the results go.
   *
   * @param lines tables and command tags
   * @param data every other format
   * @param remarks what is not the result itself: notices, and command tags beside such data
   */
  public record Target(Consumer<Line> lines, Writer data, Consumer<Line> remarks) {}

  private final String sql;
  private final RowsScreen rows;
  private final Consumer<Line> tags;
  private final Consumer<Line> remarks;

  /** The results of the statement, laid out for the page. */
  public ResultsScreen(String sql, Page page, Display display, Target target) {
    this.sql = sql;
    this.rows =
        switch (display.format()) {
          case TABLE -> new RowsTable(page, display, target.lines());
          case UNALIGNED -> new UnalignedRows(display, target.data());
          case CSV -> new CsvRows(target.data(), display.parts().heads(), display.nullText());
          case JSON -> new JsonRows(target.data());
          case MARKDOWN -> new MarkdownRows(display, target.data());
        };
    boolean ours = display.format() == OutputFormat.TABLE;
    this.tags = ours ? target.lines() : target.remarks();
    this.remarks = target.remarks();
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    rows.columns(heads);
  }

  @Override
  public void row(List<Optional<String>> values) {
    rows.row(values);
  }

  @Override
  public void endOfRows(long count) {
    rows.endOfRows(count);
  }

  @Override
  public void done(long affected) {
    tags.accept(Line.of(CommandTag.of(sql, affected)));
  }

  @Override
  public void notice(ErrorFields notice) {
    ErrorScreen.notice(notice).forEach(remarks);
  }

  /** In psql's words, and after the result as there. */
  @Override
  public void notified(Notification heard) {
    String payload = heard.payload().isEmpty() ? "" : " with payload \"" + heard.payload() + "\"";
    String text =
        "Asynchronous notification \"%s\"%s received from server process with PID %d."
            .formatted(heard.channel(), payload, heard.process());
    tags.accept(Line.of(Visible.line(text)));
  }
}
