package io.linkspan.command;

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

  private final Registry registry;
  private final String source;
  private final String target;
  private final Page page;
  private final CompletableFuture<List<Line>> opening = new CompletableFuture<>();
  private final Unasked unasked = new Unasked();
  private boolean taken;

  private RouteAtStart(Registry registry, String source, String target, Page page) {
    this.registry = registry;
    this.source = source;
    this.target = target;
    this.page = page;
  }

  /**
   * Begins to open the route.
   *
   * @param route such as {@code archive -> main}, of saved connections
   * @throws UserException where the text is no route
   */
  static RouteAtStart begin(Registry registry, String route, Page page) {
    RouteAtStart start = parsed(registry, route, page);
    Thread opener = new Thread(start::open, "route");
    opener.setDaemon(true);
    opener.start();
    return start;
  }

  private static RouteAtStart parsed(Registry registry, String route, Page page) {
    try {
      Tokens tokens = Tokens.of(route);
      String source = ConnectionNames.next(tokens);
      tokens.expectSymbol("->");
      String target = ConnectionNames.next(tokens);
      tokens.expectEnd();
      return new RouteAtStart(registry, source, target, page);
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
    lines.addAll(step("connect", source, page, questions));
    lines.addAll(step("connect", target, page, questions));
    step("use", source + " -> " + target, page, questions);
    return lines;
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
