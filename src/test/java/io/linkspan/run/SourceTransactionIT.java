package io.linkspan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.command.CopyShell;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.pg.UserException;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.Optional;

/** A transaction on the source is read in with the link's settings, or not at all. */
final class SourceTransactionIT {
  @OnEachMajor
  void a_link_that_has_lost_its_settings_reads_nothing(TestServer server, TestDatabases databases) {
    try (CopyShell shell =
        CopyShell.between(databases.create().access(), databases.create().access())) {
      OpenConnection archive = shell.connection("archive");
      try (Link link = Link.open(archive, shell.connection("main"))) {
        SourceTransaction.begin(link, Optional.empty());
        link.execute("COMMIT");
        // As a pooler in transaction mode does it, by handing out another session.
        link.execute("RESET extra_float_digits");

        UserException lost =
            catchThrowableOfType(
                UserException.class, () -> SourceTransaction.begin(link, Optional.empty()));

        assertThat(lost.kind()).isEqualTo(UserException.Kind.CHECK);
        assertThat(lost.fields().message())
            .isEqualTo(
                "the source does not keep the setting \"extra_float_digits\": wanted 3, found 1");
      }
    }
  }
}
