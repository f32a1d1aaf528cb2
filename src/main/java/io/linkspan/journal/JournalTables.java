package io.linkspan.journal;

import io.linkspan.connection.Session;

/** The journal's tables. */
final class JournalTables {
  private static final String DDL =
      """
      CREATE TABLE IF NOT EXISTS linkspan.runs (
        run integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        begun timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
        ended timestamp with time zone,
        state text NOT NULL DEFAULT 'begun'
          CHECK (state IN ('begun', 'finished', 'undone')),
        role text NOT NULL DEFAULT CURRENT_USER,
        source text NOT NULL,
        source_database text NOT NULL,
        reading text NOT NULL,
        target text NOT NULL,
        into_table text NOT NULL,
        request text NOT NULL,
        statement text NOT NULL,
        division text NOT NULL,
        snapshot text,
        source_files text NOT NULL,
        target_files text NOT NULL,
        clean boolean NOT NULL,
        undone_rows bigint NOT NULL DEFAULT 0
      );
      COMMENT ON TABLE linkspan.runs IS
        'copies that linkspan made into this database; see also linkspan.batches';
      CREATE TABLE IF NOT EXISTS linkspan.batches (
        run integer NOT NULL REFERENCES linkspan.runs ON DELETE CASCADE,
        batch integer NOT NULL,
        heap text,
        from_page bigint,
        before_page bigint,
        changed_since bigint,
        after_key text[],
        up_to_key text[],
        xid xid8,
        committed timestamp with time zone,
        read bigint NOT NULL DEFAULT 0,
        duplicates bigint NOT NULL DEFAULT 0,
        inserted bigint NOT NULL DEFAULT 0,
        updated bigint NOT NULL DEFAULT 0,
        skipped bigint NOT NULL DEFAULT 0,
        dropped bigint NOT NULL DEFAULT 0,
        skipped_by jsonb,
        PRIMARY KEY (run, batch)
      );
      COMMENT ON TABLE linkspan.batches IS
        'the parts of each run; xid is set in the transaction that copies the part'""";

  private static final String SCHEMA_THERE =
      "SELECT pg_catalog.to_regnamespace('linkspan') IS NOT NULL AS there";

  private static final String THERE =
      "SELECT pg_catalog.to_regclass('linkspan.batches') IS NOT NULL"
          + " AND pg_catalog.to_regclass('linkspan.runs') IS NOT NULL AS there";

  private JournalTables() {}

  static boolean exist(Session session) {
    return session.queryOne(THERE, row -> row.flag("there"));
  }

  /** Makes them in one transaction; one who comes second waits and finds them there. */
  static void create(Session session) {
    session.execute("BEGIN");
    boolean done = false;
    try {
      session.execute("SELECT pg_catalog.pg_advisory_xact_lock(" + RunLock.CLASS + ", 0)");
      // CREATE SCHEMA IF NOT EXISTS asks for the right to create one even where it is there.
      if (!session.queryOne(SCHEMA_THERE, row -> row.flag("there"))) {
        session.execute("CREATE SCHEMA linkspan");
      }
      session.execute(DDL);
      session.execute("COMMIT");
      done = true;
    } finally {
      if (!done && !session.isClosed()) {
        session.execute("ROLLBACK");
      }
    }
  }
}
