package io.linkspan.command;

import io.linkspan.connection.ServerException;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.misfit.Misfits;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.report.MisfitWords;
import io.linkspan.report.Quantity;
import io.linkspan.run.RunListener;
import io.linkspan.run.RunStopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds to an error that a value has raised the row and column of it, and what mends it. */
final class TracedError {
  /** Up to so many rows the source is read again unasked: that takes a minute or less. */
  private static final long UNASKED = 2_000_000;

  private static final Set<String> OF_TABLE = Set.of("23502", "23514");
  private static final String BROKEN_RULE = "23514";
  private static final String LOOK = "check rows";

  private final RowsLook look;

  TracedError(Workspace workspace, Planning planning) {
    this.look = new RowsLook(workspace, planning);
  }

  /**
   * The error of a run with its row; without one where no value raised it, or nothing was found.
   *
   * @param raised as the run threw it
   * @param explained the same as it would be shown; its own words stay whole
   */
  UserException traced(
      UserException raised, UserException explained, CopyPlan plan, RunListener listener) {
    Optional<SqlState> state = server(raised).map(ServerException::sqlState);
    if (state.filter(TracedError::ofValue).isEmpty()
        || explained.kind() == UserException.Kind.INTERRUPTED) {
      return explained;
    }
    if (plan.reading() instanceof Reading.OfTable of && of.table().estimatedRows() > UNASKED) {
      return with(explained, "Its row was not looked for: there are many.", List.of(LOOK), plan);
    }
    try {
      return found(explained, state.orElseThrow(), plan, listener);
    } catch (UserException e) {
      String why = "Its row could not be traced: " + e.fields().message() + ".";
      return with(explained, why, List.of(LOOK), plan);
    }
  }

  private static Optional<ServerException> server(UserException raised) {
    if (raised instanceof ServerException server) {
      return Optional.of(server);
    }
    return raised instanceof RunStopped stopped ? stopped.byServer() : Optional.empty();
  }

  private static boolean ofValue(SqlState state) {
    return state.code().startsWith("22") || OF_TABLE.contains(state.code());
  }

  private UserException found(
      UserException explained, SqlState state, CopyPlan plan, RunListener listener) {
    Misfits found = look.at(plan, listener);
    List<MisfitGroup> same =
        found.groups().stream().filter(group -> group.state().equals(state)).toList();
    if (same.isEmpty() && state.code().equals(BROKEN_RULE)) {
      // A partition, a domain of another column or a trigger: the server's own DETAIL has the key.
      return explained;
    }
    if (same.isEmpty()) {
      return with(
          explained,
          "No row was found that fails by itself: it may have been changed since, or other rows, a"
              + " trigger or a partition are what it does not fit.",
          found.groups().isEmpty() ? List.of() : List.of(LOOK),
          plan);
    }
    List<String> next = new ArrayList<>(mending(plan, found, listener));
    if (next.isEmpty() || found.groups().size() > 1) {
      next.add(LOOK);
    }
    return with(explained, sentence(plan, found, same.get(0)), next, plan);
  }

  /** The row is known: what ends the search for a cure must not take that away. */
  private List<String> mending(CopyPlan plan, Misfits found, RunListener listener) {
    try {
      return look.mending(plan, found, listener);
    } catch (UserException e) {
      return List.of();
    }
  }

  private static String sentence(CopyPlan plan, Misfits found, MisfitGroup group) {
    String row = new MisfitWords(plan, found.identity()).sentence(group, group.examples().get(0));
    long more = group.rows() - 1;
    String others =
        more == 0
            ? ""
            : "; %s %s it"
                .formatted(Quantity.count(more, "more row"), more == 1 ? "shares" : "share");
    String all =
        found.groups().size() == 1
            ? ""
            : " In all, %s of %s do not fit."
                .formatted(Quantity.count(found.rows()), Quantity.count(found.read(), "row"));
    return "R" + row.substring(1) + others + "." + all;
  }

  private static UserException with(
      UserException explained, String sentence, List<String> next, CopyPlan plan) {
    ErrorFields fields = explained.fields();
    String detail = fields.detail().map(text -> text + " ").orElse("") + sentence;
    Optional<Explanation> before = fields.explanation();
    List<String> ways = new ArrayList<>(next);
    // What mends this very row makes general ways idle; how a run goes on is said in any case.
    boolean mends = !ways.stream().allMatch(LOOK::equals);
    before.map(Explanation::next).stream()
        .flatMap(String::lines)
        .filter(line -> !mends || line.contains("resume "))
        .forEach(ways::add);
    ErrorFields told = fields.withDetail(detail);
    if (!ways.isEmpty()) {
      String cause = before.map(Explanation::cause).orElseGet(() -> cause(explained, plan));
      told = told.withExplanation(new Explanation(cause, String.join("\n", ways)));
    }
    if (explained instanceof ServerException server) {
      return server.with(told);
    }
    Throwable cause = explained.getCause() == null ? explained : explained.getCause();
    return new UserException(explained.kind(), told, cause);
  }

  private static String cause(UserException explained, CopyPlan plan) {
    boolean source =
        explained.getCause() instanceof ServerException server && server.cameThroughDblink();
    return source
        ? "Source \"%s\" could not give a row.".formatted(plan.source().connection())
        : "Target \"%s\" refused a value that came from \"%s\"."
            .formatted(plan.target().connection(), plan.source().connection());
  }
}
