package io.linkspan.command;

import io.linkspan.pg.SqlState;
import java.util.Optional;

/** What to type after an error that stopped a run. */
final class RunCures {
  private RunCures() {}

  static Optional<String> cure(SqlState state) {
    return Optional.ofNullable(
        switch (state.code()) {
          case "22P02", "22007", "22008", "22003", "22001" ->
              "A value does not fit its column. Convert it: map COLUMN = EXPRESSION; or leave such rows out: where …";
          case "23502" ->
              "Leave rows with NULL out: where COLUMN is not null; or give a value: map COLUMN = coalesce(COLUMN, …)";
          case "23503" -> "Copy the parent rows first, or leave such rows out: where …";
          case "23505" ->
              "Skip rows that are there already: on conflict preserve; or see them: conflicts";
          case "23514" ->
              "Leave such rows out: where …; or mend the value: map COLUMN = EXPRESSION";
          case "21000" -> "Take one row of each key: distinct on (KEY) order by …";
          case "53400" ->
              "The result does not fit the target's temp_file_limit: copy a part of the rows: where …";
          case "55P03" -> "Another session holds a lock on the table; try again when it is done.";
          case "57P01", "08006", "08003" -> "The connection was lost: ping, then run again.";
          default -> null;
        });
  }
}
