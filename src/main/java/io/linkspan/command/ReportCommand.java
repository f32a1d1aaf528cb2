package io.linkspan.command;

import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.journal.CommittedBatch;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.page.RunPage;
import io.linkspan.page.SessionPage;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Batch;
import io.linkspan.report.Line;
import io.linkspan.request.CopyParser;
import io.linkspan.session.SessionLog;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import io.linkspan.statement.StatementWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** {@code report}: a page of HTML to show what a session or a run did. */
final class ReportCommand implements Command {
  /** Not a file that is called run, which would end in {@code .html}. */
  private static final Pattern OF_RUN = Pattern.compile("(?is)run(\\s.*)?");

  private final Workspace workspace;
  private final Planning planning;

  ReportCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("report"),
        List.of("report FILE.html", "report run [RUN] to FILE.html"),
        "writes a page that shows what the session did, or what one run did",
        "One file, to be attached to a change request or sent around: what goes where as a picture,"
            + " the statement part by part, what was found, receipts, rows over time, rows skipped by"
            + " key, verification, errors and what was typed. It loads nothing and runs no script. No"
            + " password is in it, and no rows of your tables, but what errors and typed statements"
            + " name. \"run\" alone is the last run of this session; with a number, a run of the"
            + " journal.",
        List.of("report session.html", "report run to run.html", "report run 1 to run-1.html"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    String rest = invocation.rest().strip();
    if (!OF_RUN.matcher(rest).matches()) {
      Path file = file(rest, "report FILE.html");
      SessionLog session = workspace.session();
      return written(
          file,
          invocation,
          () ->
              SessionPage.of(
                  new PageHead(workspace).now(),
                  session.steps(),
                  session.forgotten(),
                  new ShownText(workspace)));
    }
    Tokens tokens = invocation.tokens();
    tokens.next();
    Optional<Long> number = number(tokens);
    tokens.expectWord("to");
    Path file = file(invocation.rest().substring(tokens.peek(-1).end()), "report run to FILE.html");
    return number.isPresent()
        ? ofJournal(number.orElseThrow(), file, invocation)
        : written(
            file,
            invocation,
            () ->
                SessionPage.ofLastRun(
                    new PageHead(workspace).now(),
                    workspace.session().steps(),
                    new ShownText(workspace)));
  }

  private static Optional<Long> number(Tokens tokens) {
    boolean digits =
        tokens.peek().kind() == TokenKind.NUMBER && tokens.peek().text().matches("\\d{1,9}");
    if (!digits && !tokens.at("to")) {
      throw tokens.unexpected("the number of a run, or \"to\"", "to");
    }
    return digits ? Optional.of(Long.parseLong(tokens.next().text())) : Optional.empty();
  }

  /** The file that is typed, whose name must say what is in it. */
  private Path file(String typed, String form) {
    String name = Unquoted.text(typed);
    if (name.isEmpty()) {
      throw UserException.usage("report needs a file", "Type: " + form);
    }
    String ending = name.toLowerCase(Locale.ROOT);
    if (!ending.endsWith(".html") && !ending.endsWith(".htm")) {
      throw UserException.usage(
          "the name of a page ends in .html, found \"" + name + "\"",
          "Type: " + form.replace("FILE", name.matches("[\\w./-]+") ? name : "FILE"));
    }
    return FilePath.of(workspace.environment(), name).normalize();
  }

  /** Looks at the file before the page is made, so that nobody waits for a refusal. */
  private static Outcome written(Path file, Invocation invocation, Supplier<String> page) {
    PageFile place = PageFile.at(file);
    if (place.exists() && !invocation.questions().canAnswer()) {
      throw place.alreadyThere();
    }
    if (place.exists()
        && !invocation.questions().confirm("File \"" + file + "\" exists. Write over it?")) {
      return new Outcome.Wrong(UserException.Kind.USAGE, List.of(Line.of("Nothing was written.")));
    }
    place.write(page.get());
    return Outcome.line("The page is in " + file);
  }

  private Outcome ofJournal(long number, Path file, Invocation invocation) {
    OpenConnection target = workspace.connections().targetOr(Optional.empty());
    JournaledRun run =
        RunNumber.find(target, Optional.of(number), Journal::latestInterrupted, "interrupted");
    return written(
        file,
        invocation,
        () ->
            RunPage.of(
                new PageHead(workspace).now(),
                known(target, run),
                workspace.session().steps(),
                new ShownText(workspace)));
  }

  private RunPage.Known known(OpenConnection target, JournaledRun run) {
    List<CommittedBatch> batches =
        KeptRuns.read(target, journal -> journal.committed(run.number())).orElse(List.of());
    Map<String, Long> skippedBy =
        KeptRuns.read(target, journal -> journal.skippedBy(run.number())).orElse(Map.of());
    return new RunPage.Known(run, batches, skippedBy, planned(run));
  }

  /** The plan of the run, where the tables still make the same statement of it. */
  private Optional<Planned> planned(JournaledRun run) {
    try {
      Planned again = planning.plan(CopyParser.parse(Tokens.of(run.entry().request())));
      String link = Link.nameFor(again.plan().source().connection());
      String statement = StatementWriter.write(again.plan(), link, new Batch.All()).insert();
      return statement.equals(run.entry().statement()) ? Optional.of(again) : Optional.empty();
    } catch (UserException e) {
      // Tables are gone, or a connection is not open: the page says that the plan is not known.
      return Optional.empty();
    }
  }
}
