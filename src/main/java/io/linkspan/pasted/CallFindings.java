package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.NotOneRead;
import io.linkspan.sql.DblinkCall;
import io.linkspan.sql.ReadProblem;
import io.linkspan.sql.SingleRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the arguments of the dblink call do that nobody would see. */
final class CallFindings {
  private CallFindings() {}

  static List<Finding> in(DblinkCall call) {
    List<Finding> findings = new ArrayList<>();
    if (call.failOnError().filter(a -> isWord(a, "false")).isPresent()) {
      findings.add(
          Finding.warning(
                  CheckId.ERRORS_HIDDEN,
                  "dblink(…, false) turns an error of the source into a notice",
                  "The plan leaves it out: an error of the source stops the copy.")
              .withDetail("The rows before the error are inserted and the others are missing."));
    }
    boolean none =
        isWord(call.query(), "null")
            || call.connection().filter(a -> isWord(a, "null")).isPresent();
    if (none) {
      findings.add(
          Finding.error(
              CheckId.NULL_ARGUMENT,
              "an argument of dblink is NULL, so it gives no rows and no error",
              "Write the connection and the query as constants."));
    }
    Optional<String> remote = call.query().value();
    if (remote.isEmpty() && !none) {
      findings.add(
          Finding.error(
              CheckId.REMOTE_NOT_CONSTANT,
              "the remote query is not one string constant, so it cannot be read",
              "Write the query itself: plan copy (SELECT …) -> TARGET"));
    }
    remote.ifPresent(text -> findings.addAll(ofRemote(text)));
    return findings;
  }

  private static List<Finding> ofRemote(String remote) {
    List<ReadProblem> problems = SingleRead.problems(remote);
    if (CopyThroughDblink.in(remote)) {
      return List.of(CopyThroughDblink.finding());
    }
    return problems.stream()
        .limit(1)
        .map(problem -> NotOneRead.finding(problem, remote, ""))
        .toList();
  }

  private static boolean isWord(DblinkCall.Argument argument, String word) {
    return argument.text().strip().split("::", 2)[0].strip().equalsIgnoreCase(word);
  }
}
