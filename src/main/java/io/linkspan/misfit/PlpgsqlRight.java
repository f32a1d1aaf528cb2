package io.linkspan.misfit;

import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;

/** Whether a session may run an anonymous block, without which rows are not tried one by one. */
final class PlpgsqlRight {
  private static final String QUERY =
      """
      SELECT pg_catalog.count(*) AS languages, pg_catalog.quote_ident(current_user) AS role,
             coalesce(pg_catalog.bool_or(pg_catalog.has_language_privilege(l.oid, 'usage')), false)
               AS usable
      FROM pg_catalog.pg_language AS l
      WHERE l.lanname OPERATOR(pg_catalog.=) 'plpgsql'::pg_catalog.name""";

  private PlpgsqlRight() {}

  /**
   * Fails where it may not.
   *
   * @throws UserException with the line for the DBA
   */
  static void require(Session session) {
    session.queryOne(
        QUERY,
        row -> {
          if (row.number("languages") == 0) {
            throw missing(session, "42704", "does not exist", "CREATE EXTENSION plpgsql;");
          }
          if (!row.flag("usable")) {
            throw missing(
                session,
                SqlState.INSUFFICIENT_PRIVILEGE.code(),
                "is not open to the role",
                "GRANT USAGE ON LANGUAGE plpgsql TO " + row.text("role") + ";");
          }
          return true;
        });
  }

  private static UserException missing(Session session, String code, String what, String cure) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "rows cannot be tried one by one: language \"plpgsql\" %s on \"%s\""
                    .formatted(what, session.name()))
            .withSqlState(new SqlState(code))
            .withHint("On %s, as its owner: %s".formatted(session.name(), cure)));
  }
}
