package io.linkspan.verify;

import io.linkspan.catalog.Table;
import io.linkspan.connection.Session;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import java.util.List;

/** The words of the transactions that a comparison reads in, and their settings. */
final class Snapshot {
  static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  static final String EXPORT = "SELECT pg_catalog.pg_export_snapshot() AS id";

  /** Room for the sums of all buckets, and for the rows of some, without temporary files. */
  private static final long WORK_MEM_KILOBYTES = 64 * 1024;

  /** What the text of a value depends on, besides the value. */
  private static final List<String> OUTPUT =
      List.of(
          "DateStyle",
          "IntervalStyle",
          "extra_float_digits",
          "bytea_output",
          "TimeZone",
          "lc_monetary",
          "search_path");

  private Snapshot() {}

  /** Lets a session write values as another one of the same server does, in its transaction. */
  static void writeAlike(Session session, Session other) {
    for (String name : OUTPUT) {
      String value =
          other.queryOne(
              "SELECT pg_catalog.current_setting(?) AS value", row -> row.text("value"), name);
      session.queryOne(
          "SELECT pg_catalog.set_config(?, ?, true) AS value",
          row -> row.text("value"),
          name,
          value);
    }
  }

  static String adopted(String snapshot) {
    return "SET TRANSACTION SNAPSHOT " + Literal.quoted(snapshot);
  }

  /** The settings of the source's transaction; its output is that of the link already. */
  static String onSource() {
    return memory(WORK_MEM_KILOBYTES) + "; SET LOCAL cursor_tuple_fraction = 1";
  }

  /**
   * The settings of the target's transactions. Where the two servers write their own values, they
   * write them alike; else the target writes both, as its session is set.
   */
  static String onTarget(CopyPlan plan, Comparison comparison) {
    long kilobytes = Math.max(WORK_MEM_KILOBYTES, plan.target().server().workMem() / 1024);
    String common = memory(kilobytes) + "; SET LOCAL xmloption = content";
    return comparison.sourceHashes()
        ? common
            + "; SET LOCAL DateStyle = ISO; SET LOCAL IntervalStyle = postgres"
            + "; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = hex"
        : common;
  }

  /** The costs let workers hash the rows, as many as the server allows a query. */
  private static String memory(long kilobytes) {
    return "SET LOCAL work_mem = "
        + kilobytes
        + "; SET LOCAL parallel_tuple_cost = 0; SET LOCAL jit = off";
  }

  /** Whether the target's rows tell who wrote them: those of a view or foreign table do not. */
  static boolean hasVersions(CopyPlan plan) {
    Table.Kind kind = plan.into().kind();
    return kind == Table.Kind.TABLE || kind == Table.Kind.PARTITIONED_TABLE;
  }
}
