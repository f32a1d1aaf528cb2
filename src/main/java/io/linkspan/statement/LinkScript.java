package io.linkspan.statement;

import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;

/** Writes a plan as a script for psql, which does the same without linkspan. */
public final class LinkScript {
  private LinkScript() {}

  /**
   * The script.
   *
   * @param conninfo how the target reaches the source, without a password: psql asks for it
   */
  public static String of(CopyPlan plan, DblinkStatement statement, String conninfo) {
    String schema =
        plan.target()
            .server()
            .dblink()
            .map(DblinkExtension::schema)
            .orElse(new Identifier("public"))
            .quoted();
    String link = Literal.quoted(statement.link());
    StringBuilder script = new StringBuilder();
    if (!(plan.howItRuns().division() instanceof Division.Whole)) {
      script.append(
          """
          -- linkspan copies this in pieces. One statement gives the same rows, and keeps
          -- all of them on the target, in a temporary file, before the first is inserted.
          """);
    }
    script.append(
        """
        -- For psql, connected to the target, database %s.
        -- psql shows the password while it is typed, and the target's log holds it
        -- under log_statement=all.
        \\prompt 'Password of the source: ' password
        SELECT %s.dblink_connect(%s,
          %s || ' password=''' ||
          replace(replace(:'password', E'\\\\', E'\\\\\\\\'), '''', E'\\\\''') || '''');
        SELECT %s.dblink_exec(%s,
          'SET default_transaction_read_only = on; SET DateStyle = ISO;
           SET IntervalStyle = postgres; SET extra_float_digits = 3;
           SET lock_timeout = ''5s''');
        BEGIN;
        SELECT %s.dblink_exec(%s,
          'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        """
            .formatted(
                new Identifier(plan.target().server().database()).quoted(),
                schema,
                link,
                Literal.quoted(conninfo),
                schema,
                link,
                schema,
                link));
    statement.all().forEach(sql -> script.append(sql).append(";\n"));
    script.append(
        """
        SELECT %s.dblink_exec(%s, 'COMMIT');
        COMMIT;
        SELECT %s.dblink_disconnect(%s);
        """
            .formatted(schema, link, schema, link));
    return script.toString();
  }
}
