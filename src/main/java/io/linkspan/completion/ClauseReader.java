package io.linkspan.completion;

import io.linkspan.catalog.RelationName;
import io.linkspan.completion.Level.Verb;
import io.linkspan.completion.Source.Content;
import java.util.List;
import java.util.Set;

/** Reads an expression, or several, that stand in no statement. */
final class ClauseReader {
  /** Words that begin such a clause or join its parts. */
  private static final Set<String> FIRST =
      Set.of("where", "having", "on", "order", "group", "distinct");

  private ClauseReader() {}

  static Reading read(TypedTokens tokens, List<RelationName> relations) {
    Reading reading = new Reading(tokens);
    Level level = Level.outermost(Verb.EXPRESSION);
    for (RelationName relation : relations) {
      level.sources.add(
          new Source(
              relation.name().name(),
              false,
              new Content.OfTable(relation.name()),
              level,
              List.of()));
    }
    while (!tokens.atEnd()) {
      int before = tokens.position();
      while (FIRST.contains(tokens.word()) || tokens.at("by")) {
        tokens.pass();
      }
      ExpressionReader.list(reading, level, Clause.WHERE, false);
      if (tokens.position() == before) {
        tokens.pass();
      }
    }
    return reading;
  }
}
