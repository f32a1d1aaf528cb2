package io.linkspan.check;

import io.linkspan.check.Finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that a check can find, with what it means; docs/checks.md is made of it. */
public enum CheckId {
  UNFIT_TARGET(
      List.of(Severity.ERROR, Severity.WARNING),
      "A target that takes no rows or not all of them: a standby, a session"
          + " that is read only, a materialized view, a view, a parent of inheriting"
          + " tables, a generated column.",
      "The server refuses the statement, or the keys that should skip rows do"
          + " not see all of them.",
      "Name the table that the rows are to lie in, or connect to the primary."),
  DBLINK_EXTENSION(
      List.of(Severity.ERROR, Severity.NOTE),
      "The extension dblink is not installed in the target's database, the role"
          + " may not use it, or it lies in a schema where every role may create"
          + " functions.",
      "The statement runs on the target and reads the source through dblink.",
      "install dblink; or the GRANT that the hint spells out."),
  UNKNOWN_NAME(
      List.of(Severity.ERROR),
      "A clause names a column that the source does not have.",
      "The statement would fail on one of the two servers.",
      "Type the name that the hint offers."),
  LIKELY_RENAME(
      List.of(Severity.WARNING, Severity.NOTE),
      "A source column that is not copied and a target column that is not"
          + " filled, which likely are one under two names.",
      "Columns are matched by name, so that the values of such a pair stay"
          + " behind without a word.",
      "Type the clause of the hint, as a whole or in part."),
  NULL_INTO_NOT_NULL(
      List.of(Severity.ERROR, Severity.WARNING),
      "A NOT NULL column that nothing fills, or that a source column with NULLs" + " fills.",
      "The first NULL stops the copy (SQLSTATE 23502), and no conflict rule skips it.",
      "map COLUMN = EXPRESSION, or leave such rows out: where COLUMN is not null"),
  MISSING_RIGHT(
      List.of(Severity.ERROR),
      "A right on a table, a schema or a sequence that a role lacks on one side.",
      "The server refuses the statement (SQLSTATE 42501), at times only after"
          + " it has read all rows.",
      "The GRANT that the hint spells out, typed by the owner."),
  IMPOSSIBLE_PAIR(
      List.of(Severity.ERROR),
      "Two columns of one name whose types have no conversion.",
      "The target refuses the statement (SQLSTATE 42804), or no value of the"
          + " column can be read.",
      "map COLUMN = EXPRESSION"),
  ZONE_LOST(
      List.of(Severity.WARNING),
      "A pair of types that drops the time zone, or makes one up from the" + " session's TimeZone.",
      "The values arrive as other moments, without an error.",
      "map COLUMN = COLUMN at time zone 'UTC', with the zone that is meant."),
  READ_FROM_TEXT(
      List.of(Severity.WARNING),
      "Text that is read as another type.",
      "A value that cannot be read stops the copy and names neither row nor column.",
      "map COLUMN = EXPRESSION, with what makes such values readable."),
  NARROWING_PAIR(
      List.of(Severity.WARNING),
      "A pair of types that rounds, cuts or refuses some values.",
      "Values change without a word, or one of them stops the copy.",
      "map COLUMN = EXPRESSION, to say what is to become of such values."),
  DISTINCT_WITHOUT_EQUALITY(
      List.of(Severity.ERROR),
      "DISTINCT over a type whose values cannot be compared, such as json or point.",
      "The server refuses the statement (SQLSTATE 42883).",
      "distinct on (KEY), over columns that can be compared."),
  NULLS_AS_ONE(
      List.of(Severity.WARNING),
      "DISTINCT ON over columns that may all be NULL.",
      "DISTINCT takes NULLs for equal: of all rows without a value one comes, and nothing tells"
          + " that the others were left out.",
      "where COLUMN is not null, and the others by a second copy."),
  NO_KEY_FOR_CONFLICT_RULE(
      List.of(Severity.ERROR, Severity.WARNING),
      "A conflict rule that no unique key of the target stands behind.",
      "The server refuses it (SQLSTATE 42P10), or DO NOTHING skips nothing and"
          + " a second run copies every row again.",
      "Name a key that the table has, or make one on the target."),
  NULL_KEYS(
      List.of(Severity.WARNING),
      "A unique key that the conflict rule relies on, and that may hold NULL.",
      "NULLs are distinct to a unique key: a row with one never clashes, and"
          + " comes again at each run.",
      "where COLUMN is not null; or map COLUMN = coalesce(COLUMN, VALUE)"),
  DEFERRABLE_KEY(
      List.of(Severity.ERROR),
      "ON CONFLICT over a deferrable constraint.",
      "Such a key is checked too late to skip a row; the server refuses the"
          + " statement (SQLSTATE 55000).",
      "Name another key, or copy with on conflict fail."),
  EXCLUSION_KEY(
      List.of(Severity.ERROR),
      "DO UPDATE over an exclusion constraint, or over a key WITHOUT OVERLAPS.",
      "A row may clash with several others, so that none can be updated in its"
          + " place (SQLSTATE 42809).",
      "on conflict preserve"),
  KEY_TWICE_IN_SOURCE(
      List.of(Severity.WARNING),
      "DO UPDATE where nothing keeps the source from having a key twice.",
      "The second row of a key stops the copy: a row cannot be updated twice"
          + " (SQLSTATE 21000).",
      "distinct on (KEY) order by …, which says which of them is taken."),
  NUMBERS_COPIED(
      List.of(Severity.WARNING),
      "A numbered column that gets the source's numbers.",
      "A number that the target has already means another row there.",
      "map COLUMN = default, for rows of their own."),
  ORDERED_BY_OUTPUT(
      List.of(Severity.WARNING),
      "An ORDER BY that means the mapped value where the source's column seems meant.",
      "Of equal rows another one is taken.",
      "order by t.COLUMN, for the source's column."),
  FOREIGN_KEYS(
      List.of(Severity.ERROR, Severity.WARNING),
      "A foreign key whose parent rows must be there first, or one that forbids"
          + " to empty the target.",
      "A row without its parent stops the copy (SQLSTATE 23503), whatever the" + " conflict rule.",
      "Copy the parent's table first, or leave such rows out with where."),
  PARTITION_KEY(
      List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE),
      "A partitioned target that has no partition for some rows, or a DO UPDATE"
          + " that sets its partition key.",
      "A row that fits no partition stops the copy (SQLSTATE 23514), and a row"
          + " cannot be updated into another partition (SQLSTATE 0A000).",
      "Make the partition, leave such rows out with where, or take the key out" + " of SET."),
  RULES_AND_TRIGGERS(
      List.of(Severity.ERROR, Severity.WARNING),
      "Rules and triggers of the target that the copy sets off.",
      "They may change, drop or add rows; with an INSERT or UPDATE rule the"
          + " server refuses ON CONFLICT (SQLSTATE 0A000).",
      "describe TABLE shows what they do."),
  ROW_SECURITY(
      List.of(Severity.WARNING),
      "Row security that applies to one of the roles.",
      "On the source it hides rows without a word; on the target it refuses"
          + " rows (SQLSTATE 42501) or hides clashes.",
      "Connect as the table's owner or as a role with BYPASSRLS."),
  INHERITED_ROWS(
      List.of(Severity.NOTE),
      "A source table that other tables inherit from.",
      "Their rows are read as well, and its keys do not hold over them.",
      "plan copy (select … from only TABLE) -> TARGET, for its own rows alone."),
  COPY_ONTO_ITSELF(
      List.of(Severity.ERROR, Severity.WARNING),
      "A table that is copied onto itself.",
      "With truncate the copy waits for its own lock (SQLSTATE 55P03).",
      "Name another target."),
  SHADOWED_CATALOG(
      List.of(Severity.WARNING),
      "A search_path that names another schema before pg_catalog.",
      "A type or a function there stands for PostgreSQL's own.",
      "The SET of the hint, for this session."),
  UNSAFE_DIVISION(
      List.of(Severity.ERROR),
      "Batches or workers that would make another copy of it.",
      "What DISTINCT, ORDER BY or LIMIT give for each part is not what they"
          + " give for the whole.",
      "batch off, or a clause that can be divided."),
  NO_JOURNAL(
      List.of(Severity.WARNING),
      "A target where the role cannot keep a journal of runs.",
      "Without it a run cannot be resumed or taken back.",
      "The GRANT of the hint; or run without journal"),
  REMOTE_NOT_A_READ(
      List.of(Severity.ERROR),
      "A remote query that is more than one plain read.",
      "Whatever runs through dblink on the source is not taken back when the" + " copy fails.",
      "Only a SELECT may stand there."),
  STATEMENT_UNREADABLE(
      List.of(Severity.ERROR),
      "A statement that, read again, is not one INSERT … SELECT through dblink.",
      "A clause of the plan breaks out of its place.",
      "Refine the clause; plan sql shows the statement."),
  STATEMENT_DIFFERS(
      List.of(Severity.ERROR),
      "A statement that, read again, is not what the plan says.",
      "What runs would not be what was shown.",
      "Refine the clause; plan sql shows the statement."),
  NOT_KNOWN_TO_PARSER(
      List.of(Severity.NOTE),
      "A part of the statement that linkspan's parser does not know.",
      "The servers' own check decides about it.",
      "Nothing, where the servers accept it."),
  REFUSED_BY_SOURCE(
      List.of(Severity.ERROR),
      "The source refuses to plan the remote query.",
      "The copy would fail there, after the target has begun.",
      "Refine the clause that its message names."),
  REFUSED_BY_TARGET(
      List.of(Severity.ERROR),
      "The target refuses to plan the INSERT.",
      "The copy would fail there.",
      "Refine the clause that its message names."),
  SOURCE_UNREACHABLE(
      List.of(Severity.ERROR),
      "The target cannot open the link to the source.",
      "Rows travel from server to server, so the target must reach the source itself.",
      "What the hint says, on the side that it names."),
  STATEMENT_TIMEOUT(
      List.of(Severity.WARNING),
      "A timeout that is set for the role on the target and ends a copy that" + " takes longer.",
      "The server stops the statement (SQLSTATE 57014) or the transaction, and"
          + " the batch that was under way is lost.",
      "The SET or ALTER ROLE that the hint spells out; linkspan changes no setting by itself."),
  TEMP_FILE_LIMIT(
      List.of(Severity.WARNING),
      "Rows that one statement reads and that take more temporary files than"
          + " temp_file_limit of the target allows.",
      "dblink keeps the whole result before the first row is inserted; beyond"
          + " the limit the server stops it (SQLSTATE 53400).",
      "Take batch off back, copy a part of the rows, or have the limit raised."),
  TOO_FEW_CONNECTIONS(
      List.of(Severity.WARNING),
      "Fewer free connections on a server than the copy opens.",
      "A worker that gets none ends the run (SQLSTATE 53300).",
      "workers N with fewer of them, or close other sessions."),
  COLUMNS_SWAPPED(
      List.of(Severity.WARNING),
      "A pasted INSERT in which a column gets the value of another column of the"
          + " source that is named like a third.",
      "dblink and INSERT pair columns by their place and never by their names.",
      "Name them in the same order on both sides, or map COLUMN = COLUMN"),
  COLUMN_LIST_DIFFERS(
      List.of(Severity.ERROR),
      "A column definition list, or a list of target columns, that is longer or"
          + " shorter than what it is for.",
      "The target refuses it (SQLSTATE 42804, 42601), at times only when the rows are" + " there.",
      "Name in the list what the query selects, as the hint does."),
  NO_COLUMN_LIST(
      List.of(Severity.WARNING),
      "A pasted INSERT without a list of target columns.",
      "It fills the columns as they stand in the table, whatever their names.",
      "The list that the hint spells out."),
  DECLARED_TYPE(
      List.of(Severity.WARNING, Severity.NOTE),
      "A column definition list that declares another type than the source has.",
      "dblink reads the text of each value anew: a time zone is dropped, a number"
          + " rounded, a text cut.",
      "Nothing: the plan declares a type that loses nothing."),
  ERRORS_HIDDEN(
      List.of(Severity.WARNING),
      "dblink called with false, so that an error of the source is a notice.",
      "The rows before the error are there, the others are missing without a word.",
      "Leave false out; the plan does so."),
  NULL_ARGUMENT(
      List.of(Severity.ERROR, Severity.WARNING),
      "A dblink call with a NULL argument.",
      "The function is strict: it gives no rows and no error.",
      "Write the connection and the query as constants."),
  REMOTE_NOT_CONSTANT(
      List.of(Severity.ERROR),
      "A remote query that is put together when the statement runs.",
      "It cannot be read before, so nothing can be said of it.",
      "plan copy (SELECT …) -> TARGET"),
  SEVERAL_REMOTE_STATEMENTS(
      List.of(Severity.WARNING),
      "A remote text of several statements.",
      "Only the last one's rows come back.",
      "Send one statement in each call."),
  REMOTE_WRITE(
      List.of(Severity.WARNING),
      "A remote text that writes.",
      "The source commits it at once; a ROLLBACK on the target does not undo it.",
      "dblink_exec with BEGIN before it where it is to be undone."),
  COPY_THROUGH_DBLINK(
      List.of(Severity.ERROR),
      "COPY as a remote text.",
      "The target's backend spins and no cancel ends it; it is not sent.",
      "Send the SELECT itself."),
  PASSWORD_IN_TEXT(
      List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE),
      "A statement with a password in its text.",
      "The text would be in pg_stat_activity and, where it fails, in the server's" + " log.",
      "Nothing where linkspan takes it out; else connect first, and name the" + " connection."),
  SOURCE_ASSUMED(
      List.of(Severity.WARNING),
      "A pasted statement that reads through a connection that linkspan did not open.",
      "Where that one leads cannot be seen; the plan reads from the source of the" + " route.",
      "connect NAME URI as source; then again."),
  WHERE_MOVED(
      List.of(Severity.NOTE),
      "A WHERE outside of the dblink call.",
      "Every row would travel first; the plan gives the condition to the source.",
      "Nothing."),
  ORDER_DROPPED(
      List.of(Severity.WARNING),
      "An ORDER BY outside of the dblink call.",
      "It only says in which order rows are inserted; the plan leaves it out.",
      "plan copy (SELECT … ORDER BY …) -> TARGET where numbers follow the order."),
  NO_PLAN_FOR(
      List.of(Severity.ERROR),
      "A part of a pasted or edited statement that no plan has.",
      "What is checked as a plan and what runs would be two things.",
      "Write that part into a query: plan copy (SELECT …) -> TARGET"),
  EDITED_OTHERWISE(
      List.of(Severity.NOTE),
      "An edited statement that means the plan's but is written otherwise.",
      "run sends the plan's own statement to the letter.",
      "Look at it: plan sql"),
  TRANSACTION_OPEN(
      List.of(Severity.NOTE),
      "A transaction is open in the target's session.",
      "The servers were not asked, because the check could disturb it.",
      "commit; or rollback; and check again.");

  @SuppressWarnings("ImmutableEnumChecker") // List.copyOf makes it immutable
  private final List<Severity> severities;

  private final String finds;
  private final String matters;
  private final String cure;

  CheckId(List<Severity> severities, String finds, String matters, String cure) {
    this.severities = List.copyOf(severities);
    this.finds = finds;
    this.matters = matters;
    this.cure = cure;
  }

  /** The id as the user knows it, such as {@code null-into-not-null}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How grave its findings may be, the gravest first. */
  public List<Severity> severities() {
    return severities;
  }

  /** What it finds, in one sentence. */
  public String finds() {
    return finds;
  }

  /** What would happen otherwise. */
  public String matters() {
    return matters;
  }

  /** What to do about it. */
  public String cure() {
    return cure;
  }

  /** The one of that id. */
  public static Optional<CheckId> named(String text) {
    return Arrays.stream(values()).filter(id -> id.text().equals(text)).findFirst();
  }

  /** All ids. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(CheckId::text).toList();
  }

  @Override
  public String toString() {
    return text();
  }
}
