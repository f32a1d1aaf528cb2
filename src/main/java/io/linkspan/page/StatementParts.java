package io.linkspan.page;

import io.linkspan.check.Planned;
import io.linkspan.page.StatementPart.Where;
import io.linkspan.pg.UserException;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.Quantity;
import io.linkspan.request.Distinct;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a plan in parts, each with what it does and where. Put together, the parts are
 * the statements, but for blanks between them.
 */
final class StatementParts {
  private final CopyPlan plan;
  private final String source;
  private final String target;
  private final List<StatementPart> parts = new ArrayList<>();

  private StatementParts(CopyPlan plan) {
    this.plan = plan;
    this.source = plan.source().connection();
    this.target = plan.target().connection();
  }

  static List<StatementPart> of(Planned planned) {
    StatementParts all = new StatementParts(planned.plan());
    planned
        .statement()
        .declaration()
        .ifPresent(
            sql ->
                all.add(
                    sql + ";",
                    Where.SOURCE,
                    "Opens a cursor on %s, which the statement below reads piece by piece; all pieces are of one snapshot."
                        .formatted(all.source)));
    planned.statement().before().forEach(sql -> all.add(sql + ";", Where.TARGET, before(sql)));
    all.insert(planned.statement().insert());
    planned
        .statement()
        .after()
        .forEach(
            sql ->
                all.add(
                    sql + ";",
                    Where.TARGET,
                    "Moves the sequence on, so that the next number it gives is one that no copied row has."));
    return List.copyOf(all.parts);
  }

  private void add(String sql, Where where, String does) {
    parts.add(new StatementPart(sql, where, does));
  }

  private static String before(String sql) {
    return sql.startsWith("TRUNCATE")
        ? "Empties the table first, in the same transaction: if the copy fails, the old rows are"
            + " there again."
        : "A setting for this transaction alone.";
  }

  private void insert(String sql) {
    List<Integer> cuts = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    try {
      cut(sql, cuts, heads);
    } catch (UserException e) {
      // An INSERT of another form is shown in one piece.
      add(sql + ";", Where.TARGET, "Copies the rows.");
      return;
    }
    cuts.add(sql.length());
    for (int i = 0; i < heads.size(); i++) {
      boolean last = i + 1 == heads.size();
      String text = sql.substring(cuts.get(i), cuts.get(i + 1)).stripTrailing() + (last ? ";" : "");
      part(heads.get(i), text);
    }
  }

  /** Finds where each part of the INSERT begins. */
  private static void cut(String sql, List<Integer> cuts, List<String> heads) {
    Tokens tokens = Tokens.of(sql);
    begin("insert", tokens, cuts, heads);
    tokens.expectWord("insert", "into");
    tokens.textUntil(t -> t.at("overriding") || t.at("select"));
    if (tokens.at("overriding")) {
      begin("overriding", tokens, cuts, heads);
      tokens.textUntil(t -> t.at("select"));
    }
    begin("select", tokens, cuts, heads);
    tokens.textUntil(t -> t.at("from") && t.peek(3).isWord("dblink"));
    begin("from", tokens, cuts, heads);
    tokens.expectWord("from");
    tokens.expectName("a function");
    tokens.expectSymbol("(");
    tokens.next();
    tokens.expectSymbol(",");
    SqlToken remote = tokens.peek();
    if (remote.kind() != TokenKind.DOLLAR_STRING) {
      throw tokens.unexpected("a query in dollar quotes");
    }
    begin("remote", tokens, cuts, heads);
    tokens.next();
    tokens.expectSymbol(")");
    begin("as", tokens, cuts, heads);
    tokens.expectWord("as");
    tokens.textUntil(t -> t.at("order", "by") || t.at("on", "conflict"));
    if (tokens.at("order", "by")) {
      begin("order", tokens, cuts, heads);
      tokens.textUntil(t -> t.at("on", "conflict"));
    }
    if (!tokens.atEnd()) {
      begin("conflict", tokens, cuts, heads);
    }
  }

  private static void begin(String head, Tokens tokens, List<Integer> cuts, List<String> heads) {
    heads.add(head);
    cuts.add(tokens.peek().begin());
  }

  private void part(String head, String sql) {
    switch (head) {
      case "insert" -> add(sql, Where.TARGET, inserts());
      case "overriding" ->
          add(sql, Where.TARGET, "Lets the copied values stand where the table would number rows.");
      case "select" -> add(sql, Where.TARGET, computes());
      case "from" ->
          add(
              sql,
              Where.BETWEEN,
              "%s asks %s through a dblink connection that is open already: rows go straight from server to server, and no password stands in the statement."
                  .formatted(target, source));
      case "remote" -> add(sql, Where.SOURCE, reads());
      case "as" ->
          add(
              sql,
              Where.BETWEEN,
              "The column definition list: every value travels as text and is read as the type at its place. Places count, not names.");
      case "order" ->
          add(sql, Where.TARGET, "Decides which row of equal ones DISTINCT ON meets first.");
      default -> add(sql, Where.TARGET, conflict());
    }
  }

  private String inserts() {
    return "Writes %s of each row into %s on %s%s."
        .formatted(
            Quantity.count(plan.assignments().size(), "column"),
            plan.into().name().quoted(),
            target,
            plan.unfilled().isEmpty()
                ? ""
                : "; "
                    + Quantity.count(plan.unfilled().size(), "column")
                    + " that it leaves out the table fills itself");
  }

  private String computes() {
    long plain = plan.assignments().stream().filter(each -> each.isPlain()).count();
    long computed = plan.assignments().size() - plain;
    String values =
        computed == 0
            ? "Passes the values on as they came."
            : "Computes %s%s."
                .formatted(
                    Quantity.count(computed, "value"),
                    plain == 0 ? "" : "; the others are passed on as they came");
    if (plan.distinct() instanceof Distinct.On) {
      return values + " DISTINCT ON keeps one row of those that are equal in its brackets.";
    }
    return plan.distinct() instanceof Distinct.All
        ? values + " DISTINCT keeps one row of those that are equal in all columns."
        : values;
  }

  private String reads() {
    return "Runs on %s. Only %s %s it, %s."
        .formatted(
            source,
            Quantity.count(plan.remoteColumns().size(), "column"),
            plan.remoteColumns().size() == 1 ? "leaves" : "leave",
            plan.where().isPresent() ? "and only of rows that WHERE lets through" : "of every row");
  }

  private String conflict() {
    return plan.conflict() instanceof ConflictAction.Skip
        ? "A row whose key is taken is skipped and counted; the row that is there stays as it is."
        : "A row whose key is taken changes the row that is there.";
  }
}
