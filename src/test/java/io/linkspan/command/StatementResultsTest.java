package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.Environment;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatementResultsTest {
  private final Workspace workspace =
      new Workspace(new Environment(Map.of(), Path.of("."), "ann", Path.of(".")));

  /** Three rows come, and then the listener may have had enough. */
  private void read(boolean enough) {
    Outcome.Results three =
        new Outcome.Results(
            "select",
            listener -> {
              listener.columns(List.of(new ColumnHead("n", "int4")));
              listener.endOfRows(3);
            });
    StatementResults.kept(workspace, three).source().accept(new Reader(enough));
  }

  private record Reader(boolean enough) implements ResultListener {
    @Override
    public void columns(List<ColumnHead> heads) {}

    @Override
    public void row(List<Optional<String>> values) {}

    @Override
    public void endOfRows(long rows) {}

    @Override
    public void done(long affected) {}

    @Override
    public void notice(ErrorFields notice) {}
  }

  @Test
  void the_rows_of_a_statement_are_counted() {
    read(false);

    assertThat(workspace.variables()).containsEntry("ROW_COUNT", "3");
  }

  @Test
  void nobody_knows_how_many_rows_there_are_where_not_all_were_read() {
    read(true);

    assertThat(workspace.variables())
        .doesNotContainKey("ROW_COUNT")
        .containsEntry("ERROR", "false");
  }
}
