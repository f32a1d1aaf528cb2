package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.List;

final class SequenceReaderIT {

  @OnEachMajor
  void a_sequence_tells_where_it_stands_and_what_the_role_may_do(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        "create sequence up maxvalue 90; create sequence \"Down\" increment -1;"
            + " select nextval('up'), nextval('up')");
    database.server().execute(database.name(), "create sequence public.closed");

    List<QualifiedName> wanted =
        List.of(
            QualifiedName.of("public", "up"),
            QualifiedName.of("public", "Down"),
            QualifiedName.of("public", "missing"),
            QualifiedName.of("public", "closed"));
    try (Session session = CatalogSessions.open(database.access())) {
      assertThat(SequenceReader.read(session, wanted))
          .extracting(Sequence::toString)
          .containsExactly(
              "Sequence[name=public.up, position=Optional[Position[lastValue=2, called=true]],"
                  + " increment=1, minimum=1, maximum=90,"
                  + " privileges=SequencePrivileges[usage=true, update=true, select=true]]",
              "Sequence[name=public.\"Down\","
                  + " position=Optional[Position[lastValue=-1, called=false]], increment=-1,"
                  + " minimum=-9223372036854775808, maximum=-1,"
                  + " privileges=SequencePrivileges[usage=true, update=true, select=true]]",
              "Sequence[name=public.closed, position=Optional.empty, increment=1, minimum=1,"
                  + " maximum=9223372036854775807,"
                  + " privileges=SequencePrivileges[usage=false, update=false, select=false]]");
    }
  }
}
