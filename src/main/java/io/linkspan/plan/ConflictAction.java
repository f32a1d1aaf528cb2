package io.linkspan.plan;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/** What becomes of a row whose key is taken, resolved against the target's keys. */
public sealed interface ConflictAction {
  /** The statement's text after the SELECT; empty for none. */
  String sql();

  /** No clause: the statement fails. */
  record Raise() implements ConflictAction {
    @Override
    public String sql() {
      return "";
    }
  }

  /**
   * The row is skipped.
   *
   * @param target what stands between ON CONFLICT and DO, empty for every key
   * @param arbiter the key that the target names, where it was recognised
   */
  record Skip(String target, Optional<Key> arbiter) implements ConflictAction {
    @Override
    public String sql() {
      return "ON CONFLICT" + (target.isEmpty() ? "" : " " + target) + " DO NOTHING";
    }
  }

  /**
   * The row that is there is updated.
   *
   * @param target what stands between ON CONFLICT and DO; empty where no key could be chosen
   * @param updates columns that get a value, in order
   * @param action the text after DO UPDATE
   */
  record Update(String target, Optional<Key> arbiter, List<Identifier> updates, String action)
      implements ConflictAction {
    public Update {
      updates = List.copyOf(updates);
    }

    @Override
    public String sql() {
      return "ON CONFLICT" + (target.isEmpty() ? "" : " " + target) + " DO UPDATE " + action;
    }
  }
}
