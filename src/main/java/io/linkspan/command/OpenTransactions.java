package io.linkspan.command;

import io.linkspan.connection.TransactionStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Which inputs belong to a transaction, and which of them came to nothing with it. */
final class OpenTransactions {
  private final Map<String, Integer> open = new HashMap<>();
  private final Set<String> failed = new HashSet<>();

  /** Connections on which a transaction began by the word that ended another. */
  private final Set<String> chained = new HashSet<>();

  private int last;
  private String connection = "";

  /** An input is over; it may have begun a transaction. */
  void begin(Input input, Sessions after) {
    connection = after.taking();
    if (input instanceof Input.OfSql sql) {
      connection = sql.connection().orElse(connection);
      boolean begun = after.begun().containsKey(connection) && !chained.contains(connection);
      if (begun && !open.containsKey(connection)) {
        open.put(connection, ++last);
      }
    }
  }

  /** The transaction that the input is part of. */
  OptionalInt taking() {
    Integer number = open.get(connection);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The transactions that the input ended without a commit, be it by a lost connection. */
  List<Integer> ended(Input input, boolean wentWell, Sessions after) {
    boolean commits = wentWell && InputKind.commits(input);
    if (commits && after.begun().containsKey(connection) && !failed.contains(connection)) {
      // What came before is there; what is open now cannot be told from it by its inputs.
      chained.add(connection);
      open.remove(connection);
    }
    chained.retainAll(after.begun().keySet());
    List<Integer> gone = new ArrayList<>();
    for (String name : List.copyOf(open.keySet())) {
      boolean ended = !after.begun().containsKey(name);
      boolean committed = commits && name.equals(connection) && !failed.contains(name);
      if (ended && !committed) {
        gone.add(open.get(name));
      }
      if (ended) {
        open.remove(name);
        failed.remove(name);
      } else if (after.begun().get(name) == TransactionStatus.FAILED) {
        failed.add(name);
      } else {
        // ROLLBACK TO SAVEPOINT mends it.
        failed.remove(name);
      }
    }
    return gone;
  }

  /** Whether that transaction is neither committed nor rolled back. */
  boolean isOpen(OptionalInt transaction) {
    return transaction.isPresent() && open.containsValue(transaction.getAsInt());
  }
}
