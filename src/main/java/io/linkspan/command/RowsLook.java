package io.linkspan.command;

import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.misfit.MisfitSearch;
import io.linkspan.misfit.Misfits;
import io.linkspan.plan.CopyPlan;
import io.linkspan.run.RunListener;
import java.util.List;
import java.util.Optional;

/** Looks for the rows of a plan that do not fit, so that Ctrl-C stops it on both servers. */
final class RowsLook {
  private final Workspace workspace;
  private final Planning planning;

  RowsLook(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  /** Every row of the plan. */
  Misfits at(CopyPlan plan, RunListener listener) {
    return at(plan, Optional.empty(), listener);
  }

  /** What mends the plan. */
  List<String> mending(CopyPlan plan, Misfits found, RunListener listener) {
    return new MendingClauses(planning, plan, (better, only) -> at(better, only, listener))
        .of(found);
  }

  private Misfits at(CopyPlan plan, Optional<String> only, RunListener listener) {
    OpenConnection source = workspace.connections().named(plan.source().connection());
    OpenConnection target = workspace.connections().named(plan.target().connection());
    Link link = workspace.connections().link(source, target);
    MisfitSearch search = new MisfitSearch(plan, link, target.session(), source::openSession, only);
    return workspace.stoppable(search::stop, () -> search.run(listener));
  }
}
