package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.sql.DblinkCalls.Argument;
import io.linkspan.sql.ReadProblem;
import io.linkspan.sql.ReadProblem.Kind;
import io.linkspan.sql.SingleRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a typed call of dblink does that nobody would see. */
final class TypedFindings {
  private TypedFindings() {}

  static List<Finding> in(CallShape call, boolean inTransaction) {
    List<Finding> findings = new ArrayList<>();
    boolean none =
        Stream.of(call.conninfo(), call.query())
            .flatMap(Optional::stream)
            .anyMatch(argument -> argument.isWord("null"));
    if (none) {
      findings.add(
          Finding.warning(
              CheckId.NULL_ARGUMENT,
              "an argument of %s is NULL, so it does nothing and says nothing"
                  .formatted(call.function()),
              "Write the connection and the query as constants."));
    }
    if (call.failOnError().filter(a -> a.isWord("false")).isPresent()) {
      findings.add(
          Finding.warning(
              CheckId.ERRORS_HIDDEN,
              "%s(…, false) turns an error of the source into a notice".formatted(call.function()),
              "Rows after the error are missing without a word: leave false out."));
    }
    call.query()
        .flatMap(Argument::value)
        .ifPresent(remote -> findings.addAll(ofRemote(call.function(), remote, inTransaction)));
    return findings;
  }

  private static List<Finding> ofRemote(String function, String remote, boolean inTransaction) {
    boolean reads = function.equals("dblink");
    if (reads && CopyThroughDblink.in(remote)) {
      return List.of(CopyThroughDblink.finding());
    }
    List<ReadProblem> problems = SingleRead.problems(remote);
    boolean several = problems.stream().anyMatch(p -> p.kind() == Kind.SEVERAL_STATEMENTS);
    boolean writes =
        problems.stream()
            .anyMatch(
                p ->
                    p.kind() == Kind.DATA_CHANGE
                        || p.kind() == Kind.INTO
                        || (p.kind() == Kind.NOT_A_QUERY && writes(p.what())));
    List<Finding> findings = new ArrayList<>();
    if (several && reads) {
      findings.add(
          Finding.warning(
              CheckId.SEVERAL_REMOTE_STATEMENTS,
              "the remote text has several statements; only the last one's rows come back",
              "Send one statement in each call."));
    }
    if (writes && (reads || inTransaction)) {
      findings.add(
          Finding.warning(
              CheckId.REMOTE_WRITE,
              "the remote text writes; the source commits it at once, and a ROLLBACK here does not"
                  + " undo it",
              "Where it is to be undone: dblink_exec('NAME', 'BEGIN') first."));
    }
    return findings;
  }

  private static boolean writes(String verb) {
    return switch (verb) {
      case "explain",
          "show",
          "set",
          "reset",
          "begin",
          "start",
          "commit",
          "end",
          "rollback",
          "abort",
          "savepoint",
          "release",
          "declare",
          "fetch",
          "move",
          "close",
          "lock",
          "listen",
          "unlisten",
          "discard",
          "statement" ->
          false;
      default -> true;
    };
  }
}
