package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An {@code INSERT … SELECT … FROM dblink(…)} taken apart; texts are slices of what was typed.
 *
 * @param columns the columns inserted into; empty where the statement lists none
 * @param overriding what is done about identity columns
 * @param call the first dblink call in FROM
 * @param otherFrom what else stands in FROM, as typed: joins and further items
 * @param where of the outer SELECT
 * @param orderBy without the words ORDER BY
 * @param features further parts of the outer SELECT
 * @param returning without the word RETURNING
 * @param dblinkCalls calls of dblink and its kin anywhere in the statement
 * @param otherTables tables read anywhere in the statement, the target not among them
 * @param doubt why JSqlParser did not know the statement, or read it otherwise
 */
public record DblinkInsert(
    QualifiedName target,
    Optional<Identifier> targetAlias,
    List<Identifier> columns,
    Overriding overriding,
    Distinctness distinct,
    List<SelectItem> items,
    DblinkCall call,
    Optional<String> otherFrom,
    Optional<String> where,
    Optional<String> orderBy,
    Set<QueryFeature> features,
    Optional<ConflictClause> conflict,
    Optional<String> returning,
    int dblinkCalls,
    List<QualifiedName> otherTables,
    Optional<Unparsed> doubt) {
  public DblinkInsert {
    columns = List.copyOf(columns);
    items = List.copyOf(items);
    features = Set.copyOf(features);
    otherTables = List.copyOf(otherTables);
  }

  /**
   * Takes the text apart. Not parsed are several statements, WITH before the INSERT, set
   * operations, columns with subscripts, a FROM without dblink, and what is no such INSERT at all.
   */
  public static Reading<DblinkInsert> parse(String text) {
    Optional<Unparsed> obstacle = SqlParsing.obstacle(text, SqlLexer.tokens(text));
    return obstacle.isPresent()
        ? new Reading.NotParsed<>(obstacle.get())
        : Mistakes.caught(text, () -> new InsertReader(text).read());
  }
}
