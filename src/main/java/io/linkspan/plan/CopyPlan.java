package io.linkspan.plan;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.Distinct;
import java.util.List;
import java.util.Optional;

/**
 * What will be done, with every choice made.
 *
 * @param source the name of the connection that is read
 * @param target the name of the connection that is written, where every statement runs
 * @param remoteColumns the columns that travel, in order
 * @param assignments what fills the columns of the INSERT, in order
 * @param notCopied source columns that do not travel
 * @param unfilled target columns that the INSERT leaves out
 * @param where evaluated on the source
 * @param insteadOfDistinct the key that skips equal rows, where DISTINCT was asked for and is left
 *     out for it
 * @param overridingSystemValue whether identity columns GENERATED ALWAYS get values
 * @param sequences to be moved on afterwards
 * @param likelyRenames pairs of columns that are left out and likely are one
 */
public record CopyPlan(
    CopyRequest request,
    End source,
    Reading reading,
    End target,
    Table into,
    List<RemoteColumn> remoteColumns,
    List<Assignment> assignments,
    List<LeftOut> notCopied,
    List<LeftOut> unfilled,
    Optional<String> where,
    Distinct distinct,
    Optional<Key> insteadOfDistinct,
    ConflictAction conflict,
    boolean overridingSystemValue,
    boolean truncate,
    List<SequenceMove> sequences,
    HowItRuns howItRuns,
    List<Flaw> flaws,
    List<Rename> likelyRenames) {

  /** One end of the route. */
  public record End(String connection, ServerFacts server) {
    static End of(Catalog catalog) {
      return new End(catalog.connection(), catalog.server());
    }
  }

  public CopyPlan {
    remoteColumns = List.copyOf(remoteColumns);
    assignments = List.copyOf(assignments);
    notCopied = List.copyOf(notCopied);
    unfilled = List.copyOf(unfilled);
    sequences = List.copyOf(sequences);
    flaws = List.copyOf(flaws);
    likelyRenames = List.copyOf(likelyRenames);
  }

  /** The same plan, divided otherwise. */
  public CopyPlan divided(Division division) {
    return with(where, new HowItRuns(division, howItRuns.reason(), howItRuns.refused()));
  }

  /**
   * The same plan, of other rows: for a look at them, not for a run.
   *
   * @param condition evaluated on the source
   */
  public CopyPlan ofRows(String condition) {
    return with(Optional.of(condition), howItRuns);
  }

  private CopyPlan with(Optional<String> condition, HowItRuns how) {
    return new CopyPlan(
        request,
        source,
        reading,
        target,
        into,
        remoteColumns,
        assignments,
        notCopied,
        unfilled,
        condition,
        distinct,
        insteadOfDistinct,
        conflict,
        overridingSystemValue,
        truncate,
        sequences,
        how,
        flaws,
        likelyRenames);
  }

  /** What fills that target column, if the INSERT gives it a value. */
  public Optional<Assignment> assignment(Identifier column) {
    return assignments.stream().filter(a -> a.target().name().equals(column)).findFirst();
  }

  /**
   * The target's keys that a copied row could clash on. A key over a column that is numbered anew
   * for each row cannot clash, nor can one over a column that stays NULL, unless the key takes
   * NULLs for equal.
   */
  public List<Key> keysAtRisk() {
    return into.keys().stream().filter(this::atRisk).toList();
  }

  private boolean atRisk(Key key) {
    return key.elements().stream()
        .flatMap(element -> element.column().stream())
        .allMatch(
            name ->
                assignment(name).isPresent()
                    || into.column(name).filter(column -> mayRepeat(column, key)).isPresent());
  }

  /** Whether a column that is left to the target may get the same value in two rows. */
  private static boolean mayRepeat(Column column, Key key) {
    return !column.isNumbered() && (column.defaultExpression().isPresent() || !key.nullsDistinct());
  }
}
