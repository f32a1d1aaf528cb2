package io.linkspan.statement;

import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.request.RequestText;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a plan as a commented script for psql, which does the same without linkspan. */
public final class LinkScript {
  /**
   * How the target reaches the source.
   *
   * @param server the foreign server that says where to go and as whom
   * @param conninfo where there is none; without a password, which psql asks for
   * @param user the role on the source
   * @param settings the commands that make the source's session read alike everywhere
   */
  public record Way(Optional<Identifier> server, String conninfo, String user, String settings) {}

  /**
   * What the header says besides.
   *
   * @param source where the source is, such as {@code user@host:port/database}
   * @param target the same of the target
   * @param start what psql takes to connect to the target, without a password
   * @param made when, and by which version
   */
  public record Header(String source, String target, String start, String made) {}

  private final StringBuilder script = new StringBuilder();
  private final CopyPlan plan;
  private final Way way;
  private final String functions;
  private final String link;

  private LinkScript(CopyPlan plan, String link, Way way) {
    this.plan = plan;
    this.way = way;
    this.link = Literal.quoted(link);
    this.functions =
        plan.target()
                .server()
                .dblink()
                .map(DblinkExtension::schema)
                .orElse(new Identifier("public"))
                .quoted()
            + ".";
  }

  /**
   * The script.
   *
   * @param link the name that the dblink connection is to have
   */
  public static String of(CopyPlan plan, String link, Way way, Header header) {
    LinkScript script = new LinkScript(plan, link, way);
    script.header(header);
    script.settings();
    script.open();
    script.copy(StatementWriter.write(plan, link, new Batch.All()));
    return script.script.toString();
  }

  private void header(Header header) {
    String request =
        RequestText.of(plan.request(), plan.source().connection(), plan.target().connection());
    comment(
        "Copies %s:%s into %s:%s, as linkspan would, with psql alone."
            .formatted(
                plan.source().connection(),
                plan.reading().label(),
                plan.target().connection(),
                plan.into().name().quoted()));
    comment("");
    comment("  from  " + header.source());
    comment("  into  " + header.target());
    comment("  plan  plan copy " + request);
    comment("  made  " + header.made());
    comment("");
    comment("To run it, wherever psql reaches the target:");
    comment("  psql -X -v ON_ERROR_STOP=1 -f FILE \"" + header.start() + "\"");
    if (way.server().isEmpty()) {
      comment("It takes the source's password from the environment, SOURCE_PASSWORD, or asks for");
      comment("it, and shows it then. Under log_statement = all it stands in the target's log.");
    }
    comment("All is one transaction: after an error, nothing is changed.");
    if (!(plan.howItRuns().division() instanceof Division.Whole)) {
      comment("");
      comment(pieces());
    }
  }

  private String pieces() {
    return plan.howItRuns().division().commitsBatches()
        ? """
        linkspan copies this in batches that each commit, by %d at a time, and can resume it.
        One statement gives the same rows; it keeps all of them on the target, in a
        temporary file, before the first is inserted."""
            .formatted(plan.howItRuns().division().workers())
        : """
        linkspan copies this in pieces, fetched from a cursor. One statement gives the same
        rows; it keeps all of them on the target, in a temporary file, before the first is
        inserted.""";
  }

  private void settings() {
    ServerFacts target = plan.target().server();
    line("\\set ON_ERROR_STOP on");
    line("\\encoding UTF8");
    part("What the texts below were made under, on the target.");
    line("SET standard_conforming_strings = on;");
    line("SET DateStyle = ISO;");
    line("SET TimeZone = " + Literal.quoted(target.timeZone()) + ";");
    String path =
        target.searchPath().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    line("SET search_path = " + (path.isEmpty() ? "''" : path) + ";");
  }

  private void open() {
    if (way.server().isPresent()) {
      part("The target opens a session on the source: its foreign server says where and as whom.");
      call("dblink_connect", Literal.quoted(way.server().orElseThrow().name()));
    } else {
      part("The password of the source; psql quotes it.");
      line("\\set source_password `printf %s \"$SOURCE_PASSWORD\"`");
      line("SELECT :'source_password' = '' AS ask \\gset");
      line("\\if :ask");
      line("\\prompt " + psqlQuoted("Password of " + way.user() + ": ") + " source_password");
      line("\\endif");
      part("The target opens a session on the source.");
      String escaped =
          "replace(replace(:'source_password', E'\\\\', E'\\\\\\\\'), '''', E'\\\\''')";
      call(
          "dblink_connect",
          Literal.quoted(way.conninfo()) + " ||\n  ' password=''' || " + escaped + " || ''''");
      line("\\unset source_password");
    }
    part(
        "It only reads there, and writes dates and numbers so that every server reads them alike.");
    call("dblink_exec", Literal.quoted(way.settings()));
  }

  private void copy(DblinkStatement statement) {
    part("One transaction on the target, one on the source, which sees one moment of it.");
    line("BEGIN;");
    call("dblink_exec", Literal.quoted("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    if (!statement.before().isEmpty()) {
      part(plan.truncate() ? "The target is emptied first." : "For values of type xml.");
    }
    statement.before().forEach(sql -> line(sql + ";"));
    part("The copy: the query between the $ signs runs on the source, the rest on the target.");
    line(statement.insert() + ";");
    if (!statement.after().isEmpty()) {
      part("Sequences are moved on, because the copy brings numbers of its own.");
    }
    statement.after().forEach(sql -> line(sql + ";"));
    part("Done: both transactions end, and the session on the source.");
    call("dblink_exec", "'COMMIT'");
    line("COMMIT;");
    line("SELECT " + functions + "dblink_disconnect(" + link + ");");
  }

  private void call(String function, String argument) {
    line("SELECT " + functions + function + "(" + link + ",\n  " + argument + ");");
  }

  /** As a meta-command of psql takes it. */
  private static String psqlQuoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", " ") + "'";
  }

  private void part(String comment) {
    script.append('\n');
    comment(comment);
  }

  /** No part of it, whatever it names, may be taken for more than a comment. */
  private void comment(String text) {
    String[] lines = text.split("[\\r\\n]+", -1);
    for (String each : lines) {
      line(("-- " + each).stripTrailing());
    }
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
