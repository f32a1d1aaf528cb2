package io.linkspan.run;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the rows of {@code ConflictsQuery.rows} and hands them on, some at a time. */
final class SkippedRowsReader implements ResultListener {
  /** Columns before the values: key, clash, found. */
  private static final int LEADING = 3;

  private static final int AT_ONCE = 1_000;

  private final Consumer<List<SkippedRow>> taker;
  private final List<SkippedRow> rows = new ArrayList<>();

  SkippedRowsReader(Consumer<List<SkippedRow>> taker) {
    this.taker = taker;
  }

  @Override
  public void columns(List<ColumnHead> heads) {}

  @Override
  public void row(List<Optional<String>> values) {
    int columns = (values.size() - LEADING) / 2;
    boolean found = values.get(2).filter("t"::equals).isPresent();
    List<Optional<String>> proposed = values.subList(LEADING, LEADING + columns);
    rows.add(
        new SkippedRow(
            values.get(0).orElse(""),
            values.get(1).orElse("target"),
            proposed,
            found
                ? Optional.of(values.subList(LEADING + columns, values.size()))
                : Optional.empty()));
    if (rows.size() >= AT_ONCE) {
      handOn();
    }
  }

  @Override
  public void endOfRows(long count) {
    handOn();
  }

  private void handOn() {
    taker.accept(List.copyOf(rows));
    rows.clear();
  }

  @Override
  public void done(long affected) {}

  @Override
  public void notice(ErrorFields notice) {}
}
