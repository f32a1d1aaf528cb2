package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions of the extension dblink in one database, found by their membership in the
 * extension, so that no function that somebody planted under the same name is ever called.
 *
 * @param schema where they are
 * @param oids by signature, such as {@code dblink_connect(text, text)}
 */
record DblinkFunctions(Identifier schema, Map<String, Long> oids) {
  private static final String MEMBERS =
      """
      SELECT n.nspname AS schema, p.oid::pg_catalog.int8 AS oid,
             p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS signature
      FROM pg_catalog.pg_extension AS e
      JOIN pg_catalog.pg_depend AS d
        ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
       AND d.refobjid = e.oid AND d.deptype = 'e'
       AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      JOIN pg_catalog.pg_proc AS p ON p.oid = d.objid
      JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
      WHERE e.extname = 'dblink'""";

  DblinkFunctions {
    oids = Map.copyOf(oids);
  }

  /**
   * Finds the functions.
   *
   * @throws UserException where the extension is not installed in the session's database
   */
  static DblinkFunctions read(Session session) {
    Map<String, Long> oids = new HashMap<>();
    var schemas =
        session.query(
            MEMBERS,
            row -> {
              oids.put(row.text("signature"), row.number("oid"));
              return row.text("schema");
            });
    if (schemas.isEmpty()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of(
                  "extension \"dblink\" is not installed in the database of \"%s\""
                      .formatted(session.name()))
              .withSqlState(SqlState.UNDEFINED_OBJECT)
              .withHint("Type: install dblink"));
    }
    return new DblinkFunctions(new Identifier(schemas.get(0)), oids);
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
