package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.PassedOn;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Optional;

/** {@code \gset}: sends what is typed and keeps its one row in variables. */
final class GsetCommand implements AsPsql {
  private final Workspace workspace;

  GsetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\gset"),
        List.of("\\gset [PREFIX]"),
        "sends the SQL typed before it and keeps its one row in variables, one a column",
        "A column that is NULL takes its variable away.",
        List.of("select count(*) as users from users \\gset"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    String prefix = PsqlWords.arguments(typed, workspace, 1).stream().findFirst().orElse("");
    Outcome sent = workspace.typing().send(PsqlWords.taken(workspace, typed.word()), typed);
    return Outcome.mapped(sent, results -> kept(workspace, results, prefix));
  }

  /** The same results, whose one row is kept. */
  static Outcome.Results kept(Workspace workspace, Outcome.Results results, String prefix) {
    return new Outcome.Results(
        results.sql(),
        listener -> {
          OneRow row = new OneRow(workspace, listener);
          results.source().accept(row);
          row.keep(prefix);
        });
  }

  private static final class OneRow extends PassedOn {
    private final Workspace workspace;
    private List<ColumnHead> heads = List.of();
    private List<Optional<String>> first = List.of();
    private long rows;
    private boolean any;

    OneRow(Workspace workspace, ResultListener listener) {
      super(listener);
      this.workspace = workspace;
    }

    @Override
    public void columns(List<ColumnHead> columns) {
      heads = columns;
      any = true;
    }

    @Override
    public void row(List<Optional<String>> values) {
      first = rows == 0 ? values : first;
      rows++;
    }

    @Override
    public boolean enough() {
      return rows > 1;
    }

    @Override
    public void endOfRows(long count) {}

    void keep(String prefix) {
      if (any && rows != 1) {
        throw UserException.usage(
            rows == 0 ? "no rows returned for \\gset" : "more than one row returned for \\gset",
            "The statement has to give one row: add a condition, or LIMIT 1.");
      }
      for (int i = 0; i < first.size(); i++) {
        String name = prefix + heads.get(i).name();
        SpecialVariables.requireName(name);
        Optional<String> value = first.get(i);
        value.ifPresentOrElse(
            text -> workspace.variables().put(name, text),
            () -> workspace.variables().remove(name));
      }
    }
  }
}
