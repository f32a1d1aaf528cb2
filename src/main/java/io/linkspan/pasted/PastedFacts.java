package io.linkspan.pasted;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the servers and the plan in hand know of a pasted statement.
 *
 * @param source the name of the connection that is read
 * @param target the name of the connection that is written
 * @param targetColumns the columns of the target table in their order
 * @param outputs what the remote query gives; empty where the source was not asked
 * @param declared the types of the column definition list; empty where the target knows none such
 * @param carriages columns of the source by the expression that a plan's own remote query says for
 *     them, such as {@code price::text}
 * @param fillings expressions that the plan itself chose for target columns
 * @param mapped expressions that its {@code map} gives for others
 */
public record PastedFacts(
    String source,
    String target,
    List<Identifier> targetColumns,
    Optional<List<RemoteOutput>> outputs,
    List<Optional<TypeName>> declared,
    Map<String, Identifier> carriages,
    Map<Identifier, String> fillings,
    Map<Identifier, String> mapped) {
  public PastedFacts {
    targetColumns = List.copyOf(targetColumns);
    outputs = outputs.map(List::copyOf);
    declared = List.copyOf(declared);
    carriages = Map.copyOf(carriages);
    fillings = Map.copyOf(fillings);
    mapped = Map.copyOf(mapped);
  }
}
