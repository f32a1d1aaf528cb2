package io.linkspan.command;

import io.linkspan.completion.Completion;
import io.linkspan.completion.Mark;
import io.linkspan.connection.Environment;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.settings.Settings;
import io.linkspan.sql.ContinuedLines;
import io.linkspan.sql.SplitText;
import io.linkspan.sql.StatementText;
import io.linkspan.sql.Statements;
import io.linkspan.sql.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands behind one prompt. */
public final class LinkspanConversation implements Conversation {
  private final Workspace workspace;
  private final Registry registry;
  private final Completer completer;
  private final PastedStatements pasted;

  /**
   * A conversation with nothing connected.
   *
   * @param variables set before the first line, as by {@code -v}
   */
  public LinkspanConversation(Environment environment, Map<String, String> variables) {
    this(environment, variables, new Settings());
  }

  /** The same with what is set already. */
  public LinkspanConversation(
      Environment environment, Map<String, String> variables, Settings settings) {
    this(new Workspace(environment, settings));
    workspace.variables().putAll(variables);
  }

  /** A conversation over a workspace that its maker looks into. */
  LinkspanConversation(Workspace workspace) {
    this.workspace = workspace;
    this.registry = Registry.of(workspace);
    this.completer = new Completer(new SessionSurroundings(workspace), registry);
    this.pasted = new PastedStatements(workspace, new Planning(workspace.connections()));
  }

  @Override
  public Line prompt() {
    return Prompt.of(workspace);
  }

  @Override
  public Settings settings() {
    return workspace.settings();
  }

  @Override
  public String route() {
    return workspace
        .connections()
        .source()
        .flatMap(
            source ->
                workspace
                    .connections()
                    .target()
                    .map(target -> source.name() + " -> " + target.name()))
        .orElse("");
  }

  @Override
  public String begun() {
    return "";
  }

  @Override
  public List<Mark> marks(String typed) {
    return List.of();
  }

  @Override
  public String hint(String typed) {
    return "";
  }

  @Override
  public Optional<String> beforeLeaving() {
    return workspace.connections().all().stream().anyMatch(LinkspanConversation::inTransaction)
        ? Optional.of("A transaction is open and will be rolled back. Leave?")
        : Optional.empty();
  }

  private static boolean inTransaction(OpenConnection connection) {
    return !connection.isLost()
        && connection.session().transactionStatus() != TransactionStatus.IDLE;
  }

  @Override
  public Completeness completeness(String typed) {
    Input input = Input.of(typed);
    io.linkspan.sql.Completeness state;
    if (input instanceof Input.OfSql sql) {
      state = io.linkspan.sql.Completeness.ofSql(sql.text());
    } else if (input instanceof Input.OfCommand command && CheckCommand.takesSql(command)) {
      state = io.linkspan.sql.Completeness.ofSql(typed);
    } else if (input instanceof Input.OfCommand command && !takesLibpqQuotes(command)) {
      state = io.linkspan.sql.Completeness.ofCommand(typed);
    } else {
      state = io.linkspan.sql.Completeness.COMPLETE;
    }
    return new Completeness(state == io.linkspan.sql.Completeness.COMPLETE, waitsFor(state));
  }

  /** A connection string is quoted as libpq does, so that SQL's quotes tell nothing. */
  private static boolean takesLibpqQuotes(Input.OfCommand command) {
    return List.of("connect", "\\c", "\\connect").contains(command.word());
  }

  private static String waitsFor(io.linkspan.sql.Completeness state) {
    return switch (state) {
      case COMPLETE, CONTINUED -> "";
      case SINGLE_QUOTE -> "'";
      case DOUBLE_QUOTE -> "\"";
      case DOLLAR_QUOTE -> "$";
      case COMMENT -> "*/";
      case BRACKET -> ")";
      case NO_SEMICOLON -> ";";
    };
  }

  @Override
  public Outcome execute(String typed, Page page, Questions questions) {
    Input input = Input.of(typed);
    if (input instanceof Input.OfSql sql) {
      return sql(sql, page, questions);
    }
    if (input instanceof Input.OfCommand command) {
      Command called = registry.require(command.word());
      String rest =
          takesLibpqQuotes(command)
              ? command.rest()
              : Variables.substitute(ContinuedLines.joined(command.rest()), workspace.variables());
      return carriedOut(called, new Invocation(command.word(), rest, page, questions));
    }
    return Outcome.nothing();
  }

  /** A command that was typed wrong says how it is typed. */
  private static Outcome carriedOut(Command called, Invocation invocation) {
    try {
      return called.execute(invocation);
    } catch (UserException e) {
      if (e.kind() != UserException.Kind.USAGE || e.fields().hint().isPresent()) {
        throw e;
      }
      String hint = "See how it is typed: help " + called.usage().name();
      throw new UserException(e.kind(), e.fields().withHint(hint), e);
    }
  }

  private Outcome sql(Input.OfSql input, Page page, Questions questions) {
    OpenConnection connection =
        input
            .connection()
            .map(workspace.connections()::named)
            .orElseGet(workspace.connections()::current);
    SplitText split = Statements.split(Variables.substitute(input.text(), workspace.variables()));
    List<String> statements = split.statements().stream().map(StatementText::text).toList();
    if (statements.size() == 1) {
      return typed(connection, statements.get(0), page, questions);
    }
    // What becomes of a statement may depend on the ones before it.
    return new Outcome.Several(
        statements.stream()
            .<Outcome>map(
                text -> new Outcome.Working(told -> typed(connection, text, page, questions)))
            .toList());
  }

  private Outcome typed(OpenConnection connection, String sql, Page page, Questions questions) {
    return pasted
        .taken(connection, sql, page, questions)
        .orElseGet(
            () ->
                explained(
                    connection,
                    sql,
                    TypedDblink.pass(connection, sql, page, text -> results(connection, text))));
  }

  /** The same, with cause and cure of what goes wrong in it. */
  private Outcome explained(OpenConnection asked, String sql, Outcome outcome) {
    if (outcome instanceof Outcome.Several several) {
      return new Outcome.Several(
          several.parts().stream().map(part -> explained(asked, sql, part)).toList());
    }
    return outcome instanceof Outcome.Results results
        ? new Outcome.Results(
            results.sql(),
            listener ->
                Explained.typed(workspace, asked, sql, () -> results.source().accept(listener)))
        : outcome;
  }

  private Outcome results(OpenConnection connection, String sql) {
    return new Outcome.Results(
        sql,
        listener -> {
          connection.session().run(sql, listener);
          workspace.names().after(sql, connection);
        });
  }

  @Override
  public List<Completion> complete(String typed, int cursor) {
    return completer.complete(typed, cursor);
  }

  @Override
  public void interrupt() {
    workspace.interrupt();
  }

  @Override
  public String forHistory(String typed) {
    return SecretMask.mask(typed);
  }

  @Override
  public void close() {
    workspace.close();
  }

  /** The reference of all commands, as Markdown. */
  public String reference() {
    return CommandReference.of(registry);
  }
}
