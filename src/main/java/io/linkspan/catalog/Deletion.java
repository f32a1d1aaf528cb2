package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import java.util.List;

/**
 * What matters to a DELETE on a table.
 *
 * @param role the current role
 * @param readOnly whether the session's transactions are read only
 * @param maySelect whether the role may read the table as a whole, its system columns too
 * @param rowSecurity whether row security is active for the role
 * @param rules whether a rule puts something in the place of a DELETE, or adds to it
 * @param triggers those that fire, on the table itself and on its partitions
 * @param references the foreign keys to the table, and those to tables that CASCADE leads to
 */
public record Deletion(
    Table.Kind kind,
    Identifier role,
    boolean readOnly,
    boolean mayDelete,
    boolean maySelect,
    boolean rowSecurity,
    boolean rules,
    List<Identifier> triggers,
    List<Reference> references) {
  public Deletion {
    triggers = List.copyOf(triggers);
    references = List.copyOf(references);
  }
}
