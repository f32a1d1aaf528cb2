package io.linkspan.command;

import io.linkspan.connection.SettingsResolver;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.Style;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The route that the shell was started with. Both ends are connected while the user looks at the
 * prompt and types; the first input waits for it, and so does nothing else.
 */
final class RouteAtStart {
  /** Nobody is asked behind the prompt; that a secret was wanted is remembered. */
  private static final class Unasked implements Questions {
    private volatile boolean wanted;

    @Override
    public Optional<String> secret(String prompt) {
      wanted = true;
      return Optional.empty();
    }

    @Override
    public boolean confirm(String question) {
      return false;
    }
  }

  private final Workspace workspace;
  private final Registry registry;
  private final String source;
  private final String target;
  private final Page page;
  private final CompletableFuture<List<Line>> opening = new CompletableFuture<>();
  private final Unasked unasked = new Unasked();
  private boolean taken;

  private RouteAtStart(
      Workspace workspace, Registry registry, String source, String target, Page page) {
    this.workspace = workspace;
    this.registry = registry;
    this.source = source;
    this.target = target;
    this.page = page;
  }

  /**
   * The route, not opened yet.
   *
   * @param route such as {@code archive -> main}, of saved connections
   * @throws UserException where the text is no route
   */
  static RouteAtStart of(Workspace workspace, Registry registry, String route, Page page) {
    return parsed(workspace, registry, route, page);
  }

  /**
   * Opens it: behind the prompt, or at once where a password is to be asked for first, because at
   * the prompt it would be typed for all to see.
   *
   * @throws UserException where it was opened at once and could not be
   */
  void begin(Questions questions) {
    if (questions.canAnswer() && (asksForPassword(source) || asksForPassword(target))) {
      taken = true;
      opening.complete(List.of());
      steps(page, questions);
      return;
    }
    Thread opener = new Thread(this::open, "route");
    opener.setDaemon(true);
    opener.start();
  }

  private boolean asksForPassword(String name) {
    try {
      return workspace
          .saved()
          .named(name)
          .map(saved -> SettingsResolver.resolve(saved.settings(), workspace.environment()))
          .filter(resolved -> resolved.settings().password().isEmpty())
          .isPresent();
    } catch (UserException e) {
      // Connecting will tell.
      return false;
    }
  }

  private static RouteAtStart parsed(
      Workspace workspace, Registry registry, String route, Page page) {
    try {
      Tokens tokens = Tokens.of(route);
      String source = ConnectionNames.next(tokens);
      tokens.expectSymbol("->");
      String target = ConnectionNames.next(tokens);
      tokens.expectEnd();
      return new RouteAtStart(workspace, registry, source, target, page);
    } catch (UserException e) {
      throw UserException.usage(
          "\"%s\" is no route".formatted(route),
          "Write 'SOURCE -> TARGET', both of them saved connections.");
    }
  }

  private void open() {
    try {
      opening.complete(steps(page, unasked));
    } catch (RuntimeException | Error e) {
      opening.completeExceptionally(e);
    }
  }

  /** Does what the user would type; gives the warnings of it. */
  private List<Line> steps(Page page, Questions questions) {
    List<Line> lines = new ArrayList<>();
    Optional<UserException> failed = connected(source, lines, page, questions);
    if (failed.isPresent()) {
      throw failed.orElseThrow();
    }
    Optional<UserException> targetless = connected(target, lines, page, questions);
    if (targetless.isPresent()) {
      // What is typed for the target must not go to the source.
      workspace.connections().useSource(source);
      workspace.connections().expectTarget(target);
      throw targetless.orElseThrow();
    }
    step("use", source + " -> " + target, page, questions);
    return lines;
  }

  /** Opens an end of the route, unless it is open; gives why it could not be. */
  private Optional<UserException> connected(
      String name, List<Line> lines, Page page, Questions questions) {
    if (workspace.connections().all().stream().anyMatch(open -> open.name().equals(name))) {
      return Optional.empty();
    }
    try {
      lines.addAll(step("connect", name, page, questions));
      return Optional.empty();
    } catch (UserException e) {
      return Optional.of(e);
    }
  }

  private List<Line> step(String word, String rest, Page page, Questions questions) {
    Outcome outcome = registry.require(word).execute(new Invocation(word, rest, page, questions));
    return outcome instanceof Outcome.Shown shown
        ? shown.lines().stream().filter(RouteAtStart::warns).toList()
        : List.of();
  }

  private static boolean warns(Line line) {
    return line.spans().stream().anyMatch(span -> span.style() == Style.WARNING);
  }

  /** Whether the connections are still being opened. */
  boolean underway() {
    return !opening.isDone();
  }

  /** The route as a prompt shows it. */
  String text() {
    return source + " -> " + target;
  }

  /**
   * Waits for the connections, once. A password that was wanted is asked for now.
   *
   * @return warnings of it
   * @throws UserException where an end could not be connected
   */
  List<Line> taken(Workspace workspace, Questions questions) {
    if (taken) {
      return List.of();
    }
    taken = true;
    return awaited(workspace, questions);
  }

  private List<Line> awaited(Workspace workspace, Questions questions) {
    try {
      return Awaited.result(
          workspace, opening, "canceled while %s is being connected".formatted(text()));
    } catch (UserException e) {
      if (unasked.wanted && e.kind() != UserException.Kind.INTERRUPTED) {
        return steps(page, questions);
      }
      throw e;
    }
  }
}
