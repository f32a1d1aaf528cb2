package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of the extension dblink in one database, found by their membership in the
 * extension, so that no function that somebody planted under the same name is ever called.
 *
 * @param schema where they are
 * @param oids by signature, such as {@code dblink_connect(text, text)}
 */
record DblinkFunctions(Identifier schema, Map<String, Long> oids) {
  // Whatever the search path: its operators are qualified, and types are told by their bare names.
  private static final String MEMBERS =
      """
      SELECT n.nspname AS schema, p.oid::pg_catalog.int8 AS oid, p.proname AS function,
             ARRAY(SELECT t.typname FROM pg_catalog.generate_series(1, p.pronargs) AS place
                   JOIN pg_catalog.pg_type AS t
                     ON t.oid OPERATOR(pg_catalog.=)
                        p.proargtypes[place OPERATOR(pg_catalog.-) 1]
                   ORDER BY place) AS types
      FROM pg_catalog.pg_extension AS e
      JOIN pg_catalog.pg_depend AS d
        ON d.refobjid OPERATOR(pg_catalog.=) e.oid
       AND d.refclassid OPERATOR(pg_catalog.=)
           'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid
       AND d.classid OPERATOR(pg_catalog.=)
           'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid
       AND d.deptype OPERATOR(pg_catalog.=) 'e'::pg_catalog."char"
      JOIN pg_catalog.pg_proc AS p ON p.oid OPERATOR(pg_catalog.=) d.objid
      JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
      WHERE e.extname OPERATOR(pg_catalog.=) 'dblink'::pg_catalog.name""";

  DblinkFunctions {
    oids = Map.copyOf(oids);
  }

  /**
   * Finds the functions.
   *
   * @throws UserException where the extension is not installed in the session's database
   */
  static DblinkFunctions read(Session session) {
    return find(session)
        .orElseThrow(
            () ->
                new UserException(
                    UserException.Kind.CHECK,
                    ErrorFields.of(
                            "extension \"dblink\" is not installed in the database of \"%s\""
                                .formatted(session.name()))
                        .withSqlState(SqlState.UNDEFINED_OBJECT)
                        .withHint("Type: install dblink")));
  }

  /** The functions; empty where the extension is not installed. */
  static Optional<DblinkFunctions> find(Session session) {
    Map<String, Long> oids = new HashMap<>();
    var schemas =
        session.query(
            MEMBERS,
            row -> {
              String types = String.join(", ", row.texts("types"));
              oids.put(row.text("function") + "(" + types + ")", row.number("oid"));
              return row.text("schema");
            });
    return schemas.stream()
        .findFirst()
        .map(schema -> new DblinkFunctions(new Identifier(schema), oids));
  }

  /** The OID of the function with that signature. */
  long oid(String signature) {
    Long oid = oids.get(signature);
    if (oid == null) {
      throw new IllegalStateException("dblink has no function " + signature);
    }
    return oid;
  }

  /** A function's name with its schema, for SQL text. */
  String qualified(String function) {
    return schema.quoted() + "." + function;
  }
}
