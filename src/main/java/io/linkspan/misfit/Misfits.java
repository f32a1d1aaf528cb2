package io.linkspan.misfit;

import io.linkspan.pg.ErrorFields;
import java.util.List;
import java.util.Optional;

/**
 * What a look at every row of a plan has found.
 *
 * @param onSource whether the rows were tried on the source, which gives none of them otherwise
 * @param read how many rows were looked at
 * @param rows how many of them do not fit
 * @param groups by place and error, in the order of the plan's columns
 * @param unseen what could not be tried without writing
 * @param stopped what the source raised where no row explains it
 */
public record Misfits(
    RowIdentity identity,
    boolean onSource,
    long read,
    long rows,
    List<MisfitGroup> groups,
    List<Unseen> unseen,
    Optional<ErrorFields> stopped) {

  /** A column whose expression could not be tried, and what the server said. */
  public record Unseen(Probe probe, String message) {}

  public Misfits {
    groups = List.copyOf(groups);
    unseen = List.copyOf(unseen);
  }
}
