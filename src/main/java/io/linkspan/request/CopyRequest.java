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
 */
public record CopyRequest(
    Source source,
    TableReference target,
    Optional<List<Identifier>> columns,
    Map<Identifier, Filling> mapping,
    Optional<String> where,
    Distinct distinct,
    Optional<ConflictRule> conflict,
    boolean truncate) {

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
        false);
  }

  /** The rule in force. */
  public ConflictRule conflictRule() {
    return conflict.orElseGet(ConflictRule.Preserve::new);
  }
}
