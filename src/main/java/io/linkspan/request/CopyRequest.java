package io.linkspan.request;

import io.linkspan.pg.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code plan copy} and its refinements asked for.
 *
 * @param columns the target columns asked for; empty for all that match
 * @param mapping what {@code map} said, in the order typed
 * @param where the user's own text, evaluated on the source
 * @param conflict empty where nothing was said, which means {@link ConflictRule.Preserve}
 * @param execution in how many pieces it is to be run
 */
public record CopyRequest(
    Source source,
    TableReference target,
    Optional<List<Identifier>> columns,
    Map<Identifier, Filling> mapping,
    Optional<String> where,
    Distinct distinct,
    Optional<ConflictRule> conflict,
    boolean truncate,
    Execution execution) {

  public CopyRequest {
    columns = columns.map(List::copyOf);
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
  }

  /** A request with nothing said but what goes where. */
  public static CopyRequest of(Source source, TableReference target) {
    return new CopyRequest(
        source,
        target,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        new Distinct.None(),
        Optional.empty(),
        false,
        Execution.CHOSEN);
  }

  /** The same, with the connections named that were left to the route. */
  public CopyRequest between(String from, String into) {
    Optional<String> read = Optional.of(source.connection().orElse(from));
    Source named =
        source instanceof Source.OfQuery query
            ? new Source.OfQuery(read, query.sql())
            : new Source.OfTable(
                new TableReference(read, ((Source.OfTable) source).table().name()));
    TableReference written =
        new TableReference(Optional.of(target.connection().orElse(into)), target.name());
    return new CopyRequest(
        named, written, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  /** The rule in force. */
  public ConflictRule conflictRule() {
    return conflict.orElseGet(ConflictRule.Preserve::new);
  }

  CopyRequest withColumns(Optional<List<Identifier>> columns) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  CopyRequest withMapping(Map<Identifier, Filling> mapping) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  CopyRequest withWhere(Optional<String> where) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  CopyRequest withDistinct(Distinct distinct) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  CopyRequest withConflict(Optional<ConflictRule> conflict) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  CopyRequest withTruncate(boolean truncate) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }

  CopyRequest withExecution(Execution execution) {
    return new CopyRequest(
        source, target, columns, mapping, where, distinct, conflict, truncate, execution);
  }
}
