package io.linkspan.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.Optional;

/**
 * What {@code EXPLAIN (ANALYZE, FORMAT JSON)} says of an INSERT that it carried out: the rows of
 * each step of its plan (manual, "Using EXPLAIN"; the fields of the insert step are printed by
 * show_modifytable_info in src/backend/commands/explain.c).
 *
 * @param read rows of the dblink call
 * @param proposed rows that reached the insert step
 * @param inserted as the insert step counts them: rows that a trigger dropped are among them
 * @param conflicting rows whose key was taken; 0 without a conflict clause
 * @param conflictingLeftAlone of those, the ones that a DO UPDATE's WHERE left alone
 * @param spilled whether the dblink call wrote a temporary file, as far as BUFFERS were asked for
 */
record InsertCounts(
    long read,
    long proposed,
    long inserted,
    long conflicting,
    long conflictingLeftAlone,
    boolean spilled) {

  static InsertCounts parse(String json) {
    JsonObject insert = insertStep(JsonParser.parseString(json).getAsJsonArray());
    long proposed = child(insert).map(InsertCounts::rows).orElse(0L);
    JsonObject scan =
        dblinkScan(insert)
            .orElseThrow(() -> new IllegalStateException("no dblink scan in " + json));
    long read = rows(scan);
    boolean conflictClause = insert.has("Tuples Inserted");
    return new InsertCounts(
        read,
        proposed,
        conflictClause ? number(insert, "Tuples Inserted") : proposed,
        conflictClause ? number(insert, "Conflicting Tuples") : 0,
        insert.has("Rows Removed by Conflict Filter")
            ? number(insert, "Rows Removed by Conflict Filter")
            : 0,
        scan.has("Temp Written Blocks") && number(scan, "Temp Written Blocks") > 0);
  }

  /** The plan that reads through dblink; a rule may have put others beside it. */
  private static JsonObject insertStep(JsonArray plans) {
    for (JsonElement each : plans) {
      JsonObject plan = each.getAsJsonObject().getAsJsonObject("Plan");
      boolean inserts = plan.get("Node Type").getAsString().equals("ModifyTable");
      if (inserts && dblinkScan(plan).isPresent()) {
        return plan;
      }
    }
    throw new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "a rule has made something else of the INSERT, so its rows cannot be counted")
            .withHint("Copy into a table without INSERT rules: describe the target to see them."));
  }

  /** The step that proposes the rows; subqueries of the user's stand beside it. */
  private static Optional<JsonObject> child(JsonObject insert) {
    if (!insert.has("Plans")) {
      return Optional.empty();
    }
    for (JsonElement element : insert.getAsJsonArray("Plans")) {
      JsonObject plan = element.getAsJsonObject();
      String relationship =
          plan.has("Parent Relationship") ? plan.get("Parent Relationship").getAsString() : "";
      if (!relationship.equals("InitPlan") && !relationship.equals("SubPlan")) {
        return Optional.of(plan);
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonObject> dblinkScan(JsonObject node) {
    boolean scan =
        node.has("Function Name") && node.get("Function Name").getAsString().equals("dblink");
    if (scan) {
      return Optional.of(node);
    }
    if (node.has("Plans")) {
      for (JsonElement child : node.getAsJsonArray("Plans")) {
        Optional<JsonObject> found = dblinkScan(child.getAsJsonObject());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static long rows(JsonObject node) {
    return number(node, "Actual Rows") * number(node, "Actual Loops");
  }

  /** From 18 on, rows are printed with two digits after the point. */
  private static long number(JsonObject node, String field) {
    return Math.round(node.get(field).getAsDouble());
  }
}
