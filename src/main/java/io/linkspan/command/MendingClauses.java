package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.misfit.Misfit;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.misfit.Misfits;
import io.linkspan.misfit.Offer;
import io.linkspan.misfit.Offers;
import io.linkspan.misfit.Probe;
import io.linkspan.misfit.RowIdentity;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Clause;
import io.linkspan.request.ClauseParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clauses that mend a plan whose rows do not fit. None is offered that was not tried: the plan
 * is refined by it as if it were typed, and its rows are looked at again.
 */
final class MendingClauses {
  /** Up to so many rows a new expression is tried on all of them, else on those that were found. */
  private static final long ALL = 20_000;

  /** Groups that are mended one by one; each takes some looks. */
  private static final int GROUPS = 20;

  private final Planning planning;
  private final CopyPlan plan;
  private final Look look;

  /** Looks at the rows of a plan, or at those of them that a condition chooses. */
  interface Look {
    Misfits at(CopyPlan plan, Optional<String> only);
  }

  MendingClauses(Planning planning, CopyPlan plan, Look look) {
    this.planning = planning;
    this.plan = plan;
    this.look = look;
  }

  /** What to type, a line each: expressions first, then what leaves the rows out. */
  List<String> of(Misfits found) {
    Offers offers = new Offers(plan, found.identity());
    List<MisfitGroup> groups = found.groups().stream().limit(GROUPS).toList();
    List<String> next = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (MisfitGroup group : groups) {
      offers.maps(group, found.read()).stream()
          .filter(map -> mends(map, group, found))
          .findFirst()
          .ifPresent(map -> next.add(map.text() + (map.loses() ? " -- cuts the values" : "")));
      offers.conditions(group).stream()
          .map(Offer.Condition::text)
          .filter(text -> leavesOut(text, group, found))
          .findFirst()
          .ifPresent(conditions::add);
    }
    // One line for all of them: a second where would undo the first.
    if (!conditions.isEmpty()) {
      boolean all = conditions.size() == found.groups().size();
      next.add(
          where(conditions.stream().distinct().toList(), found)
              + (all ? "" : " -- leaves out some of them"));
    }
    return next.stream().distinct().toList();
  }

  private String where(List<String> conditions, Misfits found) {
    String joined = String.join(" and ", conditions);
    if (plan.where().isEmpty()) {
      return "where " + joined;
    }
    String own = plan.where().orElseThrow();
    boolean fails = found.groups().stream().anyMatch(g -> g.probe().kind() == Probe.Kind.WHERE);
    // Of two conditions the server may evaluate either first.
    return fails
        ? "where case when " + joined + " then " + own + " end"
        : "where (" + own + ") and " + joined;
  }

  private boolean mends(Offer.Map map, MisfitGroup group, Misfits found) {
    Optional<CopyPlan> better = refined(map.text());
    Optional<String> only = rows(group, found);
    boolean all = found.read() <= ALL;
    if (better.isEmpty() || (!all && only.isEmpty())) {
      return false;
    }
    Misfits now = look.at(better.orElseThrow(), all ? Optional.empty() : only);
    boolean sameRows = now.read() == (all ? found.read() : group.examples().size());
    return sameRows && without(group, now, found);
  }

  private boolean leavesOut(String condition, MisfitGroup group, Misfits found) {
    Optional<CopyPlan> better = refined(where(List.of(condition), found));
    if (better.isEmpty()) {
      return false;
    }
    Misfits now = look.at(better.orElseThrow(), Optional.empty());
    // Where the source fails on rows, it could not be told how many the plan has.
    boolean counted = found.onSource() || now.read() == found.read() - group.rows();
    return counted && without(group, now, found);
  }

  private static boolean without(MisfitGroup group, Misfits now, Misfits found) {
    return now.stopped().isEmpty()
        && !has(now, group)
        && (found.onSource() || now.groups().stream().allMatch(g -> has(found, g)));
  }

  private static boolean has(Misfits misfits, MisfitGroup group) {
    return misfits.groups().stream()
        .anyMatch(
            g ->
                g.probe().name().equals(group.probe().name())
                    && g.state().equals(group.state())
                    && g.constraint().equals(group.constraint()));
  }

  private static Optional<String> rows(MisfitGroup group, Misfits found) {
    RowIdentity identity = found.identity();
    return identity.condition(group.examples().stream().map(Misfit::key).toList());
  }

  /** The plan as it would be, had the clause been typed; empty where it is refused. */
  private Optional<CopyPlan> refined(String clause) {
    if (clause.contains("\n")) {
      return Optional.empty();
    }
    try {
      CopyRequest request = plan.request();
      for (Clause each : ClauseParser.parseAll(Tokens.of(clause))) {
        request = each.refine(request);
      }
      Planned planned = planning.plan(request);
      return Checks.refuse(planned.findings()) ? Optional.empty() : Optional.of(planned.plan());
    } catch (UserException e) {
      if (e.kind() == UserException.Kind.INTERRUPTED
          || e.kind() == UserException.Kind.CONNECTION) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
