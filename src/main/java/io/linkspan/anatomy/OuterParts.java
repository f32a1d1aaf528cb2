package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.Anatomy.Stage;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.QueryFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of the outer SELECT that only a statement written elsewhere has, and RETURNING. */
final class OuterParts {
  private OuterParts() {}

  /** Joins and further calls. */
  static Optional<Part> from(Subject subject) {
    return subject.insert().otherFrom().map(text -> from(subject, text));
  }

  private static Part from(Subject subject, String text) {
    List<String> does = new ArrayList<>();
    does.add(
        "%s puts this together with the rows that came, after all of them have travelled."
            .formatted(subject.target()));
    int others = subject.insert().dblinkCalls() - 1;
    if (others > 0) {
      does.add(
          "%s in it: a connection, a query and a column definition list of its own, which are not"
                  .formatted(Words.count(others, "further dblink call"))
              + " in this picture; its whole result travels as well.");
    }
    return part(
        PartWord.FROM,
        text,
        does,
        List.of("Only the rows of the first call would be proposed."),
        List.of(
            "What one server has, that server can join within the quotes, before anything"
                + " travels."));
  }

  /** Groups, order and number of the rows. */
  static Optional<Part> order(Subject subject) {
    Set<QueryFeature> features = subject.insert().features();
    List<String> sql = new ArrayList<>();
    List<String> does = new ArrayList<>();
    List<String> without = new ArrayList<>();
    String target = subject.target();
    if (features.contains(QueryFeature.GROUP_BY)) {
      sql.add("GROUP BY …");
      does.add("Of each group of the rows that came, %s makes one.".formatted(target));
    }
    if (features.contains(QueryFeature.HAVING)) {
      sql.add("HAVING …");
      does.add("Groups that do not meet HAVING are dropped.");
    }
    boolean first = subject.insert().distinct() instanceof Distinctness.On;
    subject.insert().orderBy().filter(o -> !first).ifPresent(o -> sql.add("ORDER BY " + o));
    boolean limited = features.contains(QueryFeature.LIMIT);
    if (!first && subject.insert().orderBy().isPresent()) {
      does.add(
          ("%s sorts the rows before they go in. The table keeps no order; only the numbers that it"
                  + " gives to them follow it.")
              .formatted(target));
    }
    if (limited) {
      sql.add("LIMIT …");
      does.add("So many rows go on; all have travelled by then.");
      without.add("Every row that came would be proposed.");
    }
    return does.isEmpty()
        ? Optional.empty()
        : Optional.of(
            part(
                PartWord.ORDER,
                String.join(" ", sql),
                does,
                without,
                List.of(
                    "Within the quotes it is %s's work, and less travels."
                        .formatted(subject.source()))));
  }

  /** What the statement gives back. */
  static Optional<Part> returning(Subject subject) {
    return subject
        .insert()
        .returning()
        .map(
            text ->
                part(
                    PartWord.RETURNING,
                    "RETURNING " + text,
                    List.of(
                        "Of each row that went in or was changed, this is answered to the shell;"
                            + " rows that were left out are not among them."),
                    List.of("Their number alone would be answered."),
                    List.of()));
  }

  private static Part part(
      PartWord word, String sql, List<String> does, List<String> without, List<String> more) {
    return new Part(word, sql, Lane.TARGET, Stage.COMPUTE, does, without, more);
  }
}
