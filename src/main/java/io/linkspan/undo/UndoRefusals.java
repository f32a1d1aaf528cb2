package io.linkspan.undo;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;

/**
 * Why a run cannot be undone, in the words of an error.
 *
 * @param connection the target's name
 * @param table the quoted name of the table that the run wrote into
 */
record UndoRefusals(String connection, long run, String table) {
  UserException running() {
    return refusal(
        "run %d is running".formatted(run),
        "A session on \"%s\" leads it at this moment.".formatted(connection),
        "Wait for its end, or stop it with Ctrl-C where it was started; then: undo " + run);
  }

  UserException undone(long rows) {
    return refusal(
        "run %d was undone already".formatted(run),
        rows == 1 ? "1 row was removed then." : rows + " rows were removed then.",
        "See the runs: runs");
  }

  UserException updated(long rows) {
    return refusal(
        "run %d updated rows that were there before (%d)".formatted(run, rows),
        "They cannot be told from the rows that it inserted, and their old values are gone.",
        byKey());
  }

  UserException nothingInserted() {
    return refusal(
        "run %d inserted no row".formatted(run),
        "There is nothing to remove.",
        "See it: runs " + run);
  }

  UserException missing() {
    return refusal(
        "table \"%s\" does not exist on \"%s\"".formatted(table, connection),
        "Run %d wrote into it.".formatted(run),
        "It may have another name now: tables");
  }

  UserException noTable() {
    return refusal(
        "\"%s\" is not a table of \"%s\" itself".formatted(table, connection),
        "The rows of a view or of a foreign table do not tell which transaction inserted them.",
        byKey());
  }

  UserException lacks(String right, Identifier role) {
    ErrorFields fields =
        ErrorFields.of("permission denied for table \"%s\" on \"%s\"".formatted(table, connection))
            .withSqlState(SqlState.INSUFFICIENT_PRIVILEGE)
            .withDetail("Role \"%s\" lacks %s there.".formatted(role.name(), right))
            .withHint(
                "On %s, as its owner: GRANT %s ON %s TO %s;"
                    .formatted(connection, right, table, role.quoted()));
    return new UserException(UserException.Kind.CHECK, fields);
  }

  UserException readOnly() {
    return refusal(
        "target \"%s\" is read only".formatted(connection),
        "Its transactions may not write.",
        "Connect to it without the words read only, or to the server that may write.");
  }

  UserException rowSecurity(Identifier role) {
    return refusal(
        "row security of table \"%s\" applies to role \"%s\"".formatted(table, role.name()),
        "It may hide rows of the run, which would stay.",
        "Connect to %s as the table's owner or as a role with BYPASSRLS, then: undo %d"
            .formatted(connection, run));
  }

  UserException rules() {
    return refusal(
        "table \"%s\" has a rule for DELETE".formatted(table),
        "It does something else than to remove the row, or more than that.",
        "Disable it as the table's owner: ALTER TABLE %s DISABLE RULE …;".formatted(table));
  }

  UserException rewritten() {
    return refusal(
        "table \"%s\" was truncated or rewritten since run %d".formatted(table, run),
        "Its rows, or those of a partition, do not tell any more which transaction inserted them.",
        byKey());
  }

  UserException tooOld() {
    return refusal(
        "run %d is too many transactions ago".formatted(run),
        "Ids of transactions have 32 bits; rows that were inserted later may have the same.",
        byKey());
  }

  UserException notClean() {
    return refusal(
        "rows from before run %d may carry the ids of its transactions".formatted(run),
        "Ids of transactions have 32 bits, and the server of \"%s\" used them up before."
            .formatted(connection),
        byKey());
  }

  UserException moreThanShown(long shown, long found) {
    return refusal(
        "%d rows were to go, and %d would have gone".formatted(shown, found),
        "The undo was rolled back; nothing was changed.",
        "Look again: undo " + run);
  }

  private String byKey() {
    return "Remove by their key the rows that should go: DELETE FROM %s WHERE …;".formatted(table);
  }

  private static UserException refusal(String message, String detail, String hint) {
    return new UserException(
        UserException.Kind.CHECK, ErrorFields.of(message).withDetail(detail).withHint(hint));
  }
}
