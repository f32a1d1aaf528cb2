package io.linkspan.command;

import io.linkspan.completion.Completion;
import io.linkspan.completion.Mark;
import io.linkspan.connection.Environment;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.Style;
import io.linkspan.session.SessionLog;
import io.linkspan.settings.Settings;
import io.linkspan.settings.StartSettings;
import io.linkspan.sql.ContinuedLines;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The commands behind one prompt. */
public final class LinkspanConversation implements Conversation {
  private final Workspace workspace;
  private final Registry registry;
  private final Completer completer;
  private final Hints hints;
  private final PastedStatements pasted;
  private final UnknownInInput unknown;
  private final Timing timing;
  private final Care care;
  private final ScriptFlow flow;
  private Optional<RouteAtStart> start = Optional.empty();
  private Optional<ScriptCheck> checking = Optional.empty();

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
    this.timing = new Timing(workspace.settings());
    workspace.type(
        new Typing() {
          @Override
          public Outcome send(QueryBuffer.Query query, Invocation typed) {
            return LinkspanConversation.this.send(query, typed.page(), typed.questions());
          }

          @Override
          public Outcome type(String text, Invocation typed) {
            return execute(text, typed.page(), typed.questions());
          }
        });
    this.registry = Registry.of(workspace);
    this.care = new Care(workspace);
    this.flow =
        new ScriptFlow(
            workspace.blocks(),
            workspace.variables(),
            name ->
                workspace.connections().all().stream()
                    .anyMatch(open -> open.name().equals(name) && !open.isLost()));
    this.hints = new Hints(registry);
    this.completer = new Completer(new SessionSurroundings(workspace), registry);
    this.pasted = new PastedStatements(workspace, new Planning(workspace.connections()));
    this.unknown = new UnknownInInput(new SessionNames(workspace));
    workspace.session().tell(step -> workspace.recorder().add(step, route()));
  }

  /**
   * Opens the route between two saved connections behind the prompt; the first input waits for it.
   *
   * @param route such as {@code archive -> main}
   * @throws UserException where the text is no route
   */
  public void begin(String route, Page page, Questions questions) {
    RouteAtStart opening = RouteAtStart.of(workspace, registry, route, page);
    start = Optional.of(opening);
    opening.begin(questions);
  }

  /** From now on inputs are looked at and not carried out, so that nothing is changed anywhere. */
  public void checkOnly(PlansLeft told) {
    checking = Optional.of(new ScriptCheck(workspace, told));
  }

  /** Nothing more is looked at: what the last plan leaves wrong is told. */
  public void checked(Page page) {
    checking.ifPresent(check -> check.over(page));
  }

  @Override
  public Line prompt() {
    return prompt(Integer.MAX_VALUE);
  }

  @Override
  public Line prompt(int columns) {
    Optional<RouteAtStart> opening = start.filter(RouteAtStart::underway);
    return opening.isPresent()
        ? Line.of(opening.orElseThrow().text() + " =>")
        : Prompt.of(workspace, columns);
  }

  @Override
  public Set<String> firstWords() {
    return registry.firstWords();
  }

  /** Takes what the configuration file says; variables that are set already stay. */
  public void take(StartSettings said) {
    said.variables().forEach(workspace.variables()::putIfAbsent);
  }

  @Override
  public Settings settings() {
    return workspace.settings();
  }

  @Override
  public SessionLog session() {
    return workspace.session();
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
    return workspace.buffer().take().typed();
  }

  @Override
  public List<Mark> marks(String typed) {
    return unknown.in(typed);
  }

  @Override
  public String hint(String typed) {
    return hints.after(typed);
  }

  @Override
  public Optional<String> beforeLeaving() {
    return Leaving.question(workspace);
  }

  @Override
  public Optional<ReplayedRuns> replayed() {
    return Optional.of(new ReplayedRuns(workspace));
  }

  @Override
  public ScriptFlow flow() {
    return flow;
  }

  @Override
  public Completeness completeness(String typed) {
    return WaitingInput.completeness(workspace, flow.input(typed), typed);
  }

  @Override
  public Outcome execute(String typed, Page page, Questions questions) {
    List<Line> warnings = new ArrayList<>();
    start
        .filter(route -> !needsNoConnection(typed))
        .ifPresent(route -> warnings.addAll(route.taken(workspace, questions)));
    workspace
        .recorder()
        .failure()
        .ifPresent(text -> warnings.add(Line.of(Style.WARNING, "WARNING: " + text)));
    Outcome outcome = executed(typed, page, questions);
    return warnings.isEmpty()
        ? outcome
        : new Outcome.Several(List.of(new Outcome.Shown(warnings), outcome));
  }

  /** Nobody waits for a host that does not answer in order to leave. */
  private static boolean needsNoConnection(String typed) {
    return Input.of(typed) instanceof Input.OfCommand command
        && List.of("quit", "exit", "\\q", "help", "\\?", "set").contains(command.word());
  }

  private Outcome executed(String typed, Page page, Questions questions) {
    Input input = flow.input(typed);
    boolean begun = !workspace.buffer().pending().isBlank();
    if (!begun && input instanceof Input.OfSql sql) {
      return text(sql.connection(), sql.text(), page, questions);
    }
    if (begun || (input instanceof Input.OfCommand command && command.word().startsWith("\\"))) {
      return text(Optional.empty(), typed, page, questions);
    }
    if (!(input instanceof Input.OfCommand command)) {
      return Outcome.nothing();
    }
    try {
      return called(command.word(), command.rest(), page, questions);
    } catch (UserException e) {
      throw PlacedError.of(e, typed);
    }
  }

  /** SQL and backslash commands as they come. */
  private Outcome text(Optional<String> connection, String text, Page page, Questions questions) {
    return new TypedText(
            workspace,
            query -> send(query, page, questions),
            call -> called(call.word(), call.arguments(), page, questions))
        .carriedOut(connection, text);
  }

  private Outcome called(String word, String typed, Page page, Questions questions) {
    if (flow.leavesOut(word)) {
      return Outcome.nothing();
    }
    Command called = registry.require(word);
    if (called instanceof AsPsql) {
      return carriedOut(called, new Invocation(word, typed, page, questions));
    }
    String rest = filled(word, typed);
    Invocation invocation = new Invocation(word, Input.withoutSemicolon(rest), page, questions);
    return timing.asked(called.usage().group(), () -> carriedOut(called, invocation));
  }

  /** With the values of the variables; what is read and not carried out needs none. */
  private String filled(String word, String typed) {
    if (WaitingInput.takesLibpqQuotes(word)) {
      return ConnectVariables.filled(typed, workspace.variables());
    }
    String line = ContinuedLines.joined(typed);
    return flow.readsAlone(word) ? line : VariablesSet.filled(line, workspace.variables());
  }

  /** A command that was typed wrong says how it is typed. */
  private Outcome carriedOut(Command called, Invocation invocation) {
    try {
      return checking.isPresent()
          ? checking.orElseThrow().called(called, invocation)
          : called.execute(invocation);
    } catch (UserException e) {
      if (e.kind() != UserException.Kind.USAGE || e.fields().hint().isPresent()) {
        throw e;
      }
      String hint = "See how it is typed: help " + called.usage().name();
      throw new UserException(e.kind(), e.fields().withHint(hint), e);
    }
  }

  private Outcome send(QueryBuffer.Query query, Page page, Questions questions) {
    if (workspace.blocks().skipping()) {
      return Outcome.nothing();
    }
    OpenConnection connection =
        query
            .connection()
            .map(workspace.connections()::named)
            .orElseGet(workspace.connections()::current);
    workspace.buffer().sent(query);
    return timing.sent(
        () ->
            Outcome.mapped(
                typed(connection, query.sql(), page, questions),
                results -> StatementResults.kept(workspace, results)));
  }

  private Outcome typed(OpenConnection connection, String sql, Page page, Questions questions) {
    if (checking.isPresent()) {
      return checking.orElseThrow().sql(connection, sql);
    }
    unknown.carriedOut(connection.name(), sql);
    StreamedCopy.refuse(sql);
    return pasted
        .taken(connection, sql, page, questions)
        .or(() -> care.beforeSending(connection, sql, questions))
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
        commitsFailed(connection, sql) ? "ROLLBACK" : sql,
        listener -> {
          try {
            connection.session().run(sql, listener);
          } catch (ServerException e) {
            throw connection.isLost()
                ? e.with(e.fields().withHint("Open it again: connect " + connection.name()))
                : e;
          }
          workspace.names().after(sql, connection);
        });
  }

  /** Whether the server rolls back what the statement asks it to commit. */
  private static boolean commitsFailed(OpenConnection connection, String sql) {
    return !connection.isLost()
        && connection.session().transactionStatus() == TransactionStatus.FAILED
        && List.of("commit", "end").contains(Tokens.of(sql).peek().word());
  }

  @Override
  public Optional<Outcome> afterwards(Page page) {
    return workspace.learning().flatMap(learning -> learning.afterwards(page));
  }

  @Override
  public List<Completion> complete(String typed, int cursor) {
    return completer.complete(typed, cursor);
  }

  @Override
  public Watched watched(Page page, Consumer<Line> remarks) {
    return workspace.tracing().during(workspace.connections(), page, remarks);
  }

  @Override
  public boolean working() {
    return workspace.working();
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
