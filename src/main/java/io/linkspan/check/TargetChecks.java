package io.linkspan.check;

import io.linkspan.catalog.ServerFacts;
import java.util.List;

/** The checks of a plan that need no plan, only the target's server. */
public final class TargetChecks {
  private TargetChecks() {}

  /** What is wrong with the extension dblink there. */
  public static List<Finding> dblink(ServerFacts server, String connection) {
    return new DblinkExtensionState().findings(server, connection);
  }

  /** Why the role cannot keep a journal of runs there, if so. */
  public static List<Finding> journal(ServerFacts server, String connection) {
    return new NoJournal().findings(server, connection);
  }
}
