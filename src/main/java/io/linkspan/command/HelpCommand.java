package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.command.Usage.Group;
import io.linkspan.report.CheckScreen;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.Style;
import io.linkspan.report.TroubleScreen;
import io.linkspan.trouble.Trouble;
import io.linkspan.trouble.Troubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code help [WORD]}: the commands, and the troubles. */
final class HelpCommand implements Command {
  private static final int LABEL = 14;

  private final Workspace workspace;
  private final Supplier<Registry> registry;

  HelpCommand(Workspace workspace, Supplier<Registry> registry) {
    this.workspace = workspace;
    this.registry = registry;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SHELL,
        List.of("help", "\\?", "\\h", "\\help"),
        List.of("help", "help WORD", "help troubles", "help TROUBLE | SQLSTATE | CHECK"),
        "all commands, or one of them; what goes wrong with dblink, and what helps",
        "An error's SQLSTATE shows every trouble that comes with it: the texts of each version, the"
            + " side, the cause, and what to do in linkspan or by hand. The id of a check, as"
            + " docs/checks.md lists them, shows what it finds.",
        List.of(
            "help",
            "help map",
            "help troubles",
            "help 2F003",
            "help password-missing",
            "help null-keys"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    String typed = invocation.rest().strip();
    // Of psql's words, \dt and \dT are two.
    String word = typed.startsWith("\\") ? typed : typed.toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return new Outcome.Paged(all(invocation.page()));
    }
    if (invocation.word().startsWith("\\h")) {
      List<Line> pages = SqlHelp.of(word, version());
      if (!pages.isEmpty()) {
        return new Outcome.Paged(pages);
      }
    }
    String first = word.split("\\s", 2)[0];
    if (first.equals("troubles")) {
      return new Outcome.Paged(TroubleScreen.list(invocation.page()));
    }
    List<Trouble> troubles = Troubles.named(first);
    Optional<CheckId> check = CheckId.named(first);
    if (!troubles.isEmpty() || check.isPresent()) {
      // A trouble may have the name of the check that finds it.
      List<Line> lines = new ArrayList<>(TroubleScreen.whole(troubles, invocation.page()));
      check.ifPresent(id -> lines.addAll(CheckScreen.of(id, invocation.page())));
      return new Outcome.Paged(lines);
    }
    return new Outcome.Paged(
        one(registry.get().require(first, CheckId.texts()).usage(), invocation.page()));
  }

  /** The version of the manual that fits the server. */
  private String version() {
    return workspace.connections().all().stream()
        .filter(connection -> !connection.isLost())
        .findFirst()
        .map(any -> Integer.toString(any.session().version().major()))
        .orElse("current");
  }

  private List<Line> all(Page page) {
    List<Line> lines = new ArrayList<>();
    for (Group group : Group.values()) {
      lines.add(Line.of(Style.HEADING, group.title()));
      for (Command command : registry.get().commands()) {
        Usage usage = command.usage();
        if (usage.group() == group) {
          List<Line> summary = page.wrapped(usage.summary(), LABEL + 2);
          lines.add(
              Line.of("  ")
                  .plus(Style.NAME, ("%-" + LABEL + "s").formatted(usage.name()))
                  .plus(summary.get(0).text().strip()));
          lines.addAll(summary.subList(1, summary.size()));
        }
      }
    }
    lines.add(Line.EMPTY);
    lines.addAll(
        page.wrapped(
            "Anything else is SQL and ends with \";\": it runs on the target, @NAME … on another.",
            0));
    lines.add(
        Line.of("More on one of them: help WORD. What goes wrong with dblink: help troubles"));
    return lines;
  }

  private static List<Line> one(Usage usage, Page page) {
    List<Line> lines = new ArrayList<>();
    usage.forms().forEach(form -> lines.add(Line.of(Style.SQL, form)));
    lines.addAll(page.wrapped(usage.summary() + ".", 2));
    if (!usage.details().isEmpty()) {
      page.wrapped(usage.details(), 2).forEach(lines::add);
    }
    if (usage.words().size() > 1) {
      lines.add(
          Line.of("  Also: " + String.join(", ", usage.words().subList(1, usage.words().size()))));
    }
    usage.examples().forEach(example -> lines.add(Line.of(Style.DIM, "  > " + example)));
    return lines;
  }
}
