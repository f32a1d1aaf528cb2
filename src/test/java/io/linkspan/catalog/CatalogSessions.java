package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.connection.TestSessions;
import io.linkspan.pg.QualifiedName;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.TestDatabase;
import java.util.List;

/** Sessions on test databases, and the shortest ways to what they hold. */
final class CatalogSessions {
  private CatalogSessions() {}

  static Session open(Access access) {
    String url =
        "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + access.database();
    return TestSessions.open(url, access.login().user(), access.login().password());
  }

  /** The table of that name in schema {@code public}, as {@code app_user} sees it. */
  static Table table(TestDatabase database, String name) {
    try (Session session = open(database.access())) {
      QualifiedName wanted = QualifiedName.of("public", name);
      return TableReader.read(session, List.of(wanted)).values().iterator().next();
    }
  }
}
