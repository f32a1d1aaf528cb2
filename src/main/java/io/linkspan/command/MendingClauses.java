package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Planned;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.misfit.Misfits;
import io.linkspan.misfit.Offer;
import io.linkspan.misfit.Offers;
import io.linkspan.misfit.Probe;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Clause;
import io.linkspan.request.ClauseParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.sql.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clauses that mend a plan whose rows do not fit. None is offered that was not tried: the plan
 * is refined by it as if it were typed, and its rows are looked at again.
 */
final class MendingClauses {
  /** Up to so many rows a new expression is tried on all of them, else on those that were found. */
  private static final long ALL = 20_000;

  /** Groups that are mended one by one; each takes some looks. */
  private static final int GROUPS = 20;

  /** After so long no other clause is tried: who waits wants to know the row. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Planning planning;
  private final CopyPlan plan;
  private final Look look;
  private final long start = System.nanoTime();

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
    for (List<MisfitGroup> column : columns(groups)) {
      map(offers, column, found).ifPresent(next::add);
    }
    for (MisfitGroup group : groups) {
      offers.conditions(group).stream()
          .map(Offer.Condition::text)
          .filter(text -> leavesOut(text, group, found))
          .findFirst()
          .ifPresent(conditions::add);
    }
    // One line for all of them: a second where would undo the first.
    if (!conditions.isEmpty()) {
      String where = where(conditions.stream().distinct().toList(), found);
      boolean all = conditions.size() == found.groups().size();
      if (!all
          || conditions.size() == 1
          || looked(where).filter(now -> fits(now, found)).isPresent()) {
        next.add(where + (all ? "" : " -- leaves out some of them"));
      }
    }
    return next.stream().distinct().toList();
  }

  /** The groups by column: a second expression for a column would undo the first. */
  private static Collection<List<MisfitGroup>> columns(List<MisfitGroup> groups) {
    Map<Identifier, List<MisfitGroup>> columns = new LinkedHashMap<>();
    groups.forEach(
        g -> columns.computeIfAbsent(g.probe().name(), name -> new ArrayList<>()).add(g));
    return columns.values();
  }

  /** One expression for all that is wrong with a column, else for some of it. */
  private Optional<String> map(Offers offers, List<MisfitGroup> column, Misfits found) {
    List<List<MisfitGroup>> tries = new ArrayList<>();
    if (column.stream().map(g -> g.probe().kind()).distinct().count() == 1) {
      tries.add(column);
    }
    column.stream().map(List::of).filter(one -> !tries.contains(one)).forEach(tries::add);
    return tries.stream()
        .flatMap(
            groups ->
                offers.maps(groups, found.read()).stream().filter(map -> mends(map, groups, found)))
        .findFirst()
        .map(map -> map.text() + (map.loses() ? " -- cuts the values" : ""));
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

  private boolean mends(Offer.Map map, List<MisfitGroup> groups, Misfits found) {
    Optional<CopyPlan> better = late() ? Optional.empty() : refined(map.text());
    Set<List<String>> keys = new LinkedHashSet<>();
    groups.forEach(g -> g.examples().forEach(m -> keys.add(m.key())));
    Optional<String> only = found.identity().condition(List.copyOf(keys));
    boolean all = found.read() <= ALL;
    if (better.isEmpty() || (!all && only.isEmpty())) {
      return false;
    }
    Misfits now = look.at(better.orElseThrow(), all ? Optional.empty() : only);
    boolean sameRows = now.read() == (all ? found.read() : keys.size());
    return sameRows && groups.stream().allMatch(group -> without(group, now, found));
  }

  private boolean leavesOut(String condition, MisfitGroup group, Misfits found) {
    return looked(where(List.of(condition), found))
        .filter(now -> found.onSource() || now.read() == found.read() - group.rows())
        .filter(now -> without(group, now, found))
        .isPresent();
  }

  private boolean late() {
    return System.nanoTime() - start > LONGEST.toNanos();
  }

  private static boolean fits(Misfits now, Misfits found) {
    // Where the source fails on rows, it could not be told how many the plan has.
    return now.stopped().isEmpty()
        && !now.onSource()
        && (found.onSource()
            || (now.groups().isEmpty() && now.read() == found.read() - found.rows()));
  }

  /** The rows that a where leaves, as it is read from what is shown. */
  private Optional<Misfits> looked(String where) {
    try {
      List<Clause> clauses =
          where.contains("\n") ? List.of() : ClauseParser.parseAll(Tokens.of(where));
      return clauses.size() == 1
              && !late()
              && clauses.get(0) instanceof Clause.Where clause
              && clause.condition().isPresent()
          ? Optional.of(look.at(plan.ofRows(clause.condition().orElseThrow()), Optional.empty()))
          : Optional.empty();
    } catch (UserException e) {
      throwUnlessRefused(e);
      return Optional.empty();
    }
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
      throwUnlessRefused(e);
      return Optional.empty();
    }
  }

  /** A clause that a server or the parser refuses is not offered; all else is told. */
  private static void throwUnlessRefused(UserException e) {
    if (e.kind() == UserException.Kind.INTERRUPTED || e.kind() == UserException.Kind.CONNECTION) {
      throw e;
    }
  }
}
