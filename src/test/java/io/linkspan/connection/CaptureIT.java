package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.nio.charset.StandardCharsets;

/** Foreign servers that somebody has named like a connection string. */
final class CaptureIT {
  /** dblink takes a text whose first 63 bytes are a foreign server's name for that server. */
  @OnEachMajor
  void no_foreign_server_captures_the_link(TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    TestDatabase decoy = databases.create();
    String conninfo = source.conninfo();
    capture(target, conninfo, decoy);
    String where = "SELECT current_database()::text AS d";
    assertThat(
            target.query(
                "SELECT d FROM dblink.dblink(%s, %s) AS t(d text)"
                    .formatted(Literal.quoted(conninfo), Literal.quoted(where))))
        .as("what a conninfo leads to that somebody knew")
        .containsExactly(decoy.name());

    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      OpenConnection archive = shell.connection("archive");
      String known = archive.linkConninfo("linkspan link linkspan_archive").reveal();
      capture(target, known, decoy);
      capture(target, archive.settings().conninfo(), decoy);
      OpenConnection main = shell.connection("main");
      try (Link link = Link.open(archive, main)) {
        assertThat(link.query(where, "d pg_catalog.text", row -> row.text("d")))
            .containsExactly(source.name());
        assertThat(link.byForeignServer()).isFalse();
      }
    }
  }

  private static void capture(TestDatabase target, String conninfo, TestDatabase decoy) {
    byte[] bytes = conninfo.getBytes(StandardCharsets.UTF_8);
    String name = new String(bytes, 0, Math.min(63, bytes.length), StandardCharsets.UTF_8);
    Jdbc.execute(
        target.superuser(),
        """
        CREATE SERVER %1$s FOREIGN DATA WRAPPER dblink_fdw
          OPTIONS (host '%2$s', port '%3$d', dbname '%4$s');
        GRANT USAGE ON FOREIGN SERVER %1$s TO PUBLIC;
        CREATE USER MAPPING FOR PUBLIC SERVER %1$s
          OPTIONS (user 'app_user', password %5$s)"""
            .formatted(
                new Identifier(name).quoted(),
                decoy.accessForServers().host(),
                decoy.accessForServers().port(),
                decoy.name(),
                Literal.quoted(TestDatabase.APP_USER.password())));
  }
}
