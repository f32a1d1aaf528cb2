package io.linkspan.faults;

import java.util.List;

/**
 * What came of one round.
 *
 * @param moment milliseconds after {@code run} was typed; negative where the copy was over by then
 * @param codes the exit codes of the shells, the first of them the one that was disturbed
 * @param wrong what must not be; empty where all is well
 */
record Result(String fault, Shape shape, long moment, List<Integer> codes, List<String> wrong) {
  Result {
    codes = List.copyOf(codes);
    wrong = List.copyOf(wrong);
  }

  boolean struck() {
    return moment >= 0;
  }

  boolean good() {
    return wrong.isEmpty();
  }

  int resumes() {
    return codes.size() - 1;
  }
}
