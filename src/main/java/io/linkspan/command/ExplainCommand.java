package io.linkspan.command;

import io.linkspan.anatomy.Anatomy;
import io.linkspan.anatomy.Anatomy.Actors;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.PartWord;
import io.linkspan.anatomy.Subject;
import io.linkspan.catalog.CatalogReader;
import io.linkspan.catalog.Table;
import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ParsedSettings;
import io.linkspan.connection.SettingsText;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.connection.TypedLinks;
import io.linkspan.pasted.Way;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.report.AnatomyScreen;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Reading;
import io.linkspan.sql.Tokens;
import io.linkspan.sql.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code explain}: takes the plan's statement apart, or one that was written elsewhere. */
final class ExplainCommand implements Command {
  private final Workspace workspace;

  ExplainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("explain"),
        List.of("explain", "explain PART", "explain INSERT INTO … SELECT … FROM dblink(…) …;"),
        "takes the plan's statement apart: each part, where and when it runs, what would be without"
            + " it",
        "A picture shows who sends what to whom: the shell, the target, the source. With the word"
            + " of a part ("
            + String.join(", ", PartWord.texts())
            + "), that part at length. With a dblink INSERT it explains that one; nothing of it is"
            + " sent. All other SQL after the word is PostgreSQL's EXPLAIN, and goes to the server;"
            + " for PostgreSQL's plan of a dblink INSERT, give it an option: explain (verbose)"
            + " INSERT …; for that of the remote query: @SOURCE explain SELECT …;",
        List.of(
            "explain",
            "explain conflict",
            "explain insert into users (username, email)"
                + " select distinct username, lower(email)"
                + " from dblink('archive', 'select username, email from archived_users')"
                + " as t(username text, email text) on conflict do nothing;",
            "explain select * from users where email = 'a@example.com';"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.atEnd()) {
      return shown(ofPlan(), Optional.empty(), invocation.page());
    }
    if (tokens.at("insert")) {
      return shown(ofText(invocation.rest()), Optional.empty(), invocation.page());
    }
    String word = tokens.next().word();
    PartWord wanted =
        PartWord.named(word)
            .orElseThrow(
                () ->
                    UserException.usage(
                        "the statement has no part \"%s\"".formatted(word),
                        NearestName.hint(word, PartWord.texts())
                            .orElse("Parts are: " + String.join(", ", PartWord.texts()) + ".")));
    tokens.expectEnd();
    return shown(ofPlan(), Optional.of(wanted), invocation.page());
  }

  private Outcome shown(Anatomy anatomy, Optional<PartWord> wanted, Page page) {
    if (wanted.isEmpty()) {
      List<Line> lines = new ArrayList<>(AnatomyScreen.of(anatomy, page, asciiAlone()));
      lines.add(Line.EMPTY);
      lines.addAll(page.wrapped("More on one of them: explain " + words(anatomy, " | "), 0));
      return new Outcome.Paged(lines);
    }
    PartWord part = wanted.orElseThrow();
    if (anatomy.parts().stream().noneMatch(p -> p.word() == part)) {
      throw UserException.usage(
          "the plan's statement has no part \"%s\"".formatted(part.text()),
          "It has: " + words(anatomy, ", "));
    }
    return new Outcome.Shown(AnatomyScreen.of(anatomy, part, page));
  }

  private static String words(Anatomy anatomy, String between) {
    return String.join(
        between, anatomy.parts().stream().map(Part::word).map(PartWord::text).distinct().toList());
  }

  /** Whether the user's locale has no other characters than those of ASCII. */
  private boolean asciiAlone() {
    Map<String, String> variables = workspace.environment().variables();
    boolean dumb = variables.getOrDefault("TERM", "").equals("dumb");
    return dumb
        || Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> variables.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .map(value -> value.toLowerCase(Locale.ROOT).replace("-", ""))
            .filter(value -> !value.contains("utf8"))
            .isPresent();
  }

  private Anatomy ofPlan() {
    Planned planned = workspace.plan().require();
    DblinkInsert insert = parsed(planned.statement().insert());
    return Anatomy.of(
        new Subject(
            new Actors(planned.plan().source().connection(), planned.plan().target().connection()),
            insert,
            Optional.of(planned.plan().into()),
            false,
            Optional.of(new Subject.Planned(planned.plan(), planned.statement()))));
  }

  /** Of the text alone; the target is asked about its table, where it can be. */
  private Anatomy ofText(String typed) {
    // What is shown is made of the text, which must hold no password then.
    DblinkInsert insert = parsed(SecretMask.mask(typed));
    Optional<OpenConnection> target =
        workspace.connections().all().isEmpty()
            ? Optional.empty()
            : Optional.of(workspace.connections().current());
    return Anatomy.of(
        new Subject(
            new Actors(source(insert), target.map(OpenConnection::name).orElse("target")),
            insert,
            target.flatMap(connection -> table(connection, insert)),
            target.filter(connection -> namesServer(connection, insert)).isPresent(),
            Optional.empty()));
  }

  private static DblinkInsert parsed(String sql) {
    Reading<DblinkInsert> reading = DblinkInsert.parse(sql);
    return reading
        .value()
        .orElseThrow(
            () -> {
              Unparsed why = reading.unparsed().orElseThrow();
              return new UserException(
                  UserException.Kind.USAGE,
                  ErrorFields.of(
                          "the statement is not one INSERT … SELECT … FROM dblink(…): %s at line"
                                  .formatted(why.reason())
                              + " %d, column %d".formatted(why.line(), why.column()))
                      .withHint("For PostgreSQL's plan of it: explain (verbose) INSERT …;"));
            });
  }

  private String source(DblinkInsert insert) {
    Way way = Way.of(insert.call());
    if (way instanceof Way.Named named) {
      return PastedSource.named(workspace, named.name())
          .map(OpenConnection::name)
          .orElse(named.name());
    }
    if (way instanceof Way.Conninfo conninfo) {
      return database(conninfo.text()).orElse("source");
    }
    return workspace.connections().source().map(OpenConnection::name).orElse("source");
  }

  private static Optional<String> database(String conninfo) {
    try {
      ParsedSettings settings = SettingsText.parse(conninfo);
      return settings.value("dbname").filter(name -> !name.isEmpty());
    } catch (UserException e) {
      // What the server makes of such a text, it would say itself.
      return Optional.empty();
    }
  }

  private static Optional<Table> table(OpenConnection target, DblinkInsert insert) {
    return answers(target)
        ? CatalogReader.read(target.name(), target.session(), List.of(insert.target()))
            .table(insert.target())
        : Optional.empty();
  }

  /** Whether the name in the call is that of a foreign server, and of no open connection. */
  private static boolean namesServer(OpenConnection target, DblinkInsert insert) {
    return Way.of(insert.call()) instanceof Way.Named named
        && answers(target)
        && TypedLinks.serverOptions(target.session(), named.name()).isPresent()
        && !TypedLinks.open(target.session()).contains(named.name());
  }

  private static boolean answers(OpenConnection target) {
    return !target.isLost() && target.session().transactionStatus() != TransactionStatus.FAILED;
  }
}
