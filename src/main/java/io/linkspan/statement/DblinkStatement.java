package io.linkspan.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * The text that carries out a plan, all of it run on the target in one transaction.
 *
 * @param link the name of the dblink connection that the statement reads through
 * @param remoteQuery what the source runs
 * @param before statements that come first, such as TRUNCATE
 * @param insert the statement that copies
 * @param after statements that come last, such as moving a sequence on
 */
public record DblinkStatement(
    String link, String remoteQuery, List<String> before, String insert, List<String> after) {
  public DblinkStatement {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Every statement in the order of running, without semicolons. */
  public List<String> all() {
    List<String> all = new ArrayList<>(before);
    all.add(insert);
    all.addAll(after);
    return all;
  }
}
