package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.Anatomy.Stage;
import io.linkspan.pasted.Way;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.sql.DblinkCall;
import io.linkspan.sql.DblinkCall.ColumnDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of the dblink call: the connection, the remote query, the column definition list. */
final class SourceParts {
  private final Subject subject;
  private final String source;
  private final String target;

  private SourceParts(Subject subject) {
    this.subject = subject;
    this.source = subject.source();
    this.target = subject.target();
  }

  static List<Part> of(Subject subject) {
    SourceParts parts = new SourceParts(subject);
    List<Part> all = new ArrayList<>(List.of(parts.link(), parts.remote()));
    parts.where().ifPresent(all::add);
    all.add(parts.definition());
    return all;
  }

  private Part link() {
    Way way = subject.way();
    String unnamed =
        "dblink would look for its unnamed connection: connection not available (08003).";
    if (way instanceof Way.Conninfo) {
      return link(
          "'…'",
          ("A connection string: %s's server process logs in to %s for this one call, and"
                  + " leaves. A password in it is a part of the statement: %s shows it in"
                  + " pg_stat_activity, and its log has it if the statement fails.")
              .formatted(target, source, target),
          unnamed,
          List.of("linkspan names a connection instead; see: check INSERT …;"));
    }
    if (way instanceof Way.Unnamed) {
      return link(
          "",
          ("No connection is named: %s's session reads through the unnamed one, which"
                  + " dblink_connect('…') has to have opened before.")
              .formatted(target),
          unnamed,
          List.of());
    }
    if (!(way instanceof Way.Named named)) {
      return link(
          subject.insert().call().connection().orElseThrow().text(),
          "An expression says which connection; only %s knows its value, when the statement runs."
              .formatted(target),
          unnamed,
          List.of());
    }
    if (subject.server()) {
      return link(
          "'" + named.name() + "'",
          ("Names a foreign server of %s, where address, role and password are kept (CREATE"
                  + " SERVER, CREATE USER MAPPING): its server process logs in there for this one"
                  + " call, and leaves.")
              .formatted(target),
          unnamed,
          List.of(
              "A connection that dblink_connect opened under that name comes before the server.",
              "It takes USAGE on the server (42501), and a user mapping (42704)."));
    }
    boolean ours = subject.planned().isPresent();
    return link(
        "'" + named.name() + "'",
        ours
            ? ("Names the connection that %s's server process holds to %s. linkspan opens it"
                    + " once, by a call whose arguments no log shows; no password is in the"
                    + " statement.")
                .formatted(target, source)
            : ("Names a connection of %s's session, which dblink_connect has to have opened"
                    + " before, or a foreign server.")
                .formatted(target),
        unnamed,
        List.of(
            ("The shell and %s do not talk here: %s is the client of %s, with an address, a"
                    + " role and a password of its own.")
                .formatted(source, target, source),
            "A name that is not open is taken for a connection string: a password is"
                + " required (2F003), or missing \"=\" (08001) for a superuser."));
  }

  private static Part link(String sql, String does, String without, List<String> more) {
    return new Part(
        PartWord.LINK, sql, Lane.TARGET, Stage.CONNECT, List.of(does), List.of(without), more);
  }

  private Part remote() {
    String query = subject.remote();
    boolean computed = subject.insert().call().query().value().isEmpty();
    int columns = subject.insert().call().columns().size();
    List<String> more = new ArrayList<>();
    long quotes = query.chars().filter(c -> c == '\'').count();
    if (quotes > 0 && !computed) {
      more.add(
          "It has %s; between plain quotes each would be written twice. Dollar quotes spare that."
              .formatted(Words.count(quotes, "quote")));
    }
    more.add(
        "%s plans it alone: indexes, rights, search_path and time zone are those of %s."
            .formatted(source, source));
    more.add("PostgreSQL's plan of it: @" + source + " explain SELECT …;");
    List<String> does = new ArrayList<>();
    does.add(
        computed
            ? "%s computes this text and sends it to %s.".formatted(target, source)
            : "%s runs this and nothing else of the statement; of every row %s."
                .formatted(
                    source, columns == 1 ? "one column travels" : columns + " columns travel"));
    does.add(
        ("A WHERE or LIMIT outside of these quotes is asked on %s, after every row has"
                + " travelled.")
            .formatted(target));
    subject.insert().call().failOnError().map(this::errors).ifPresent(does::add);
    return new Part(
        PartWord.REMOTE,
        query,
        Lane.SOURCE,
        Stage.READ,
        does,
        List.of(
            ("FROM with the tables themselves would look for them on %s: they do not exist"
                    + " (42P01), or they are others of that name.")
                .formatted(target)),
        more);
  }

  /** What becomes of an error, where the last argument of the call says it. */
  private String errors(DblinkCall.Argument failOnError) {
    return switch (failOnError.text().toLowerCase(Locale.ROOT)) {
      case "false" ->
          ("After the false, an error of %s is a NOTICE: the rows that came before it are copied,"
                  + " the others are lost, and the statement succeeds.")
              .formatted(source);
      case "true" -> "true says what holds anyway: an error of %s stops it.".formatted(source);
      default ->
          "Where %s is false, an error of %s loses rows without stopping the statement."
              .formatted(failOnError.text(), source);
    };
  }

  private Optional<Part> where() {
    return subject.plan().flatMap(plan -> plan.where().map(text -> where(plan, text)));
  }

  private Part where(CopyPlan plan, String text) {
    String all = rows(plan.reading()).map(n -> "all " + n).orElse("all rows");
    return new Part(
        PartWord.WHERE,
        "WHERE " + text,
        Lane.SOURCE,
        Stage.READ,
        List.of("%s leaves out the other rows before anything travels.".formatted(source)),
        List.of("%s of %s would travel and be proposed.".formatted(all, plan.reading().label())),
        List.of(
            ("It is %s's condition: its functions, its clock, its collation; columns that"
                    + " do not travel may stand in it.")
                .formatted(source),
            "now() in it is the begin of the transaction on %s, not of the one on %s."
                .formatted(source, target)));
  }

  /** How many rows the table has by its statistics; empty where they do not tell. */
  private static Optional<String> rows(Reading reading) {
    return reading instanceof Reading.OfTable of && of.table().estimatedRows() > 0
        ? Optional.of(Words.count(of.table().estimatedRows(), "row"))
        : Optional.empty();
  }

  private Part definition() {
    List<ColumnDefinition> columns = subject.insert().call().columns();
    List<String> texts = columns.stream().map(c -> c.name().quoted() + " " + c.type()).toList();
    String alias = subject.insert().call().alias().map(a -> a.quoted()).orElse("t");
    List<String> without = new ArrayList<>();
    without.add("\"a column definition list is required\" (42601): dblink promises just records.");
    Swap.of(columns).ifPresent(swap -> without.add(swap.sentence(source, target)));
    return new Part(
        PartWord.DEFINITION,
        "AS " + alias + "(" + String.join(", ", texts) + ")",
        Lane.TARGET,
        Stage.TRAVEL,
        List.of(
            "Says what comes, by place and not by name: %s.".formatted(places(columns)),
            "The values travel as text; %s reads each by the type given here.".formatted(target)),
        without,
        List.of(
            "With a column more or less than the query gives: \"remote query result"
                + " rowtype does not match\" (42804).",
            "linkspan writes this list and the query in one pass, from the catalogs of"
                + " both servers, so that they cannot drift apart."));
  }

  private static String places(List<ColumnDefinition> columns) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < Math.min(columns.size(), 3); i++) {
      places.add((i + 1) + " is " + columns.get(i).name().quoted());
    }
    return String.join(", ", places) + (columns.size() > 3 ? ", and so on" : "");
  }
}
