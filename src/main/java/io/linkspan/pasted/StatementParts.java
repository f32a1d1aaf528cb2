package io.linkspan.pasted;

import io.linkspan.sql.ConflictAction;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each part of a pasted statement does, and where. */
public final class StatementParts {
  private final DblinkInsert insert;
  private final String source;
  private final String target;
  private final List<Part> parts = new ArrayList<>();

  private StatementParts(DblinkInsert insert, String source, String target) {
    this.insert = insert;
    this.source = source;
    this.target = target;
  }

  /**
   * One part.
   *
   * @param where the name of the connection on whose server it runs, or {@code between}
   */
  public record Part(String where, String text) {}

  /** The parts in the order in which they come to pass. */
  public static List<Part> of(DblinkInsert insert, String source, String target) {
    StatementParts all = new StatementParts(insert, source, target);
    all.read();
    all.compute();
    all.write();
    return List.copyOf(all.parts);
  }

  private void read() {
    Optional<String> remote = insert.call().query().value();
    parts.add(
        new Part(source, "runs " + remote.map(StatementParts::line).orElse("a computed query")));
    parts.add(
        new Part(
            "between",
            "every row of it travels as text, each value to the column at its place in %s"
                .formatted(definitions())));
  }

  private String definitions() {
    List<String> columns =
        insert.call().columns().stream().map(c -> c.name().quoted() + " " + c.type()).toList();
    return insert.call().alias().map(a -> a.quoted()).orElse("")
        + line("(" + String.join(", ", columns) + ")");
  }

  private void compute() {
    insert
        .where()
        .ifPresent(where -> parts.add(new Part(target, "keeps rows where " + line(where))));
    List<String> items = insert.items().stream().map(SelectItem::expression).toList();
    parts.add(new Part(target, "computes " + line(String.join(", ", items))));
    if (insert.distinct() instanceof Distinctness.Rows) {
      parts.add(new Part(target, "DISTINCT keeps one of rows that are equal in all of these"));
    } else if (insert.distinct() instanceof Distinctness.On on) {
      String first = insert.orderBy().map(order -> ", the first by " + line(order)).orElse("");
      parts.add(
          new Part(
              target,
              "DISTINCT ON keeps one row for each "
                  + line(String.join(", ", on.expressions()))
                  + first));
    }
  }

  private void write() {
    String columns = String.join(", ", insert.columns().stream().map(c -> c.quoted()).toList());
    parts.add(
        new Part(
            target,
            "inserts into "
                + insert.target().quoted()
                + (columns.isEmpty() ? "" : " (" + columns + ")")));
    parts.add(new Part(target, conflict()));
  }

  private String conflict() {
    if (insert.conflict().isEmpty()) {
      return "a row whose key is taken stops the copy (no ON CONFLICT)";
    }
    String clause = "ON CONFLICT " + line(insert.conflict().orElseThrow().text());
    return insert.conflict().orElseThrow().action() instanceof ConflictAction.Nothing
        ? clause + " leaves out rows whose key is taken"
        : clause + " changes the row that is there";
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
