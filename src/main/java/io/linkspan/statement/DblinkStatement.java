package io.linkspan.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text that carries out a plan, all of it run on the target in one transaction.
 *
 * @param link the name of the dblink connection that the statement reads through
 * @param remoteQuery what the source runs
 * @param fetch what the INSERT sends instead where it reads from a cursor over that query
 * @param before statements that come first, such as TRUNCATE
 * @param insert the statement that copies
 * @param after statements that come last, such as moving a sequence on
 */
public record DblinkStatement(
    String link,
    String remoteQuery,
    Optional<String> fetch,
    List<String> before,
    String insert,
    List<String> after) {
  /** The name of the cursor that a divided read of any query goes through. */
  static final String CURSOR = "linkspan_cursor";

  public DblinkStatement {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What the dblink call of the INSERT sends to the source. */
  public String sent() {
    return fetch.orElse(remoteQuery);
  }

  /** What the source runs before all where the INSERT reads from a cursor. */
  public Optional<String> declaration() {
    return fetch.map(text -> "DECLARE " + CURSOR + " NO SCROLL CURSOR FOR\n" + remoteQuery);
  }

  /** Every statement in the order of running, without semicolons. */
  public List<String> all() {
    List<String> all = new ArrayList<>(before);
    all.add(insert);
    all.addAll(after);
    return all;
  }
}
