package io.linkspan.command;

import io.linkspan.misfit.Misfits;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.MisfitsScreen;
import io.linkspan.report.Page;
import io.linkspan.run.RunListener;
import io.linkspan.session.Fact;
import java.util.List;

/** {@code check rows}: which rows of the plan in hand do not fit, and what mends it. */
final class CheckRows {
  private final Workspace workspace;
  private final Planning planning;

  CheckRows(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  /** Reads every row; nothing is written. */
  Outcome execute(Page page) {
    CopyPlan plan = ReadyPlan.of(workspace, planning).planned().plan();
    return new Outcome.Working(listener -> looked(plan, listener, page));
  }

  private Outcome looked(CopyPlan plan, RunListener listener, Page page) {
    RowsLook look = new RowsLook(workspace, planning);
    Misfits found = look.at(plan, listener);
    found
        .stopped()
        .ifPresent(
            error -> {
              throw new UserException(UserException.Kind.SERVER, error);
            });
    if (found.groups().isEmpty()) {
      return told(
          plan,
          found,
          List.of(),
          new Outcome.Shown(MisfitsScreen.of(plan, found, List.of(), page)));
    }
    List<String> next = look.mending(plan, found, listener);
    return told(
        plan,
        found,
        next,
        new Outcome.Wrong(UserException.Kind.CHECK, MisfitsScreen.of(plan, found, next, page)));
  }

  private static Outcome told(CopyPlan plan, Misfits found, List<String> next, Outcome shown) {
    return new Outcome.Told(new Fact.Tried(plan, found, next), shown);
  }
}
