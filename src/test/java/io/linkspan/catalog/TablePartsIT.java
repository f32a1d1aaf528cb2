package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;
import java.util.stream.Collectors;

final class TablePartsIT {

  @OnEachMajor
  void keys_are_the_unique_indexes_in_the_server_s_order(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create table k (
          id integer primary key, email text, "Order" integer, during int4range,
          constraint once unique (email, "Order") include (id) deferrable initially deferred,
          constraint apart exclude using gist (during with &&));
        create unique index on k (lower(email), (id + 1)) where "Order" > 0;
        create index on k (email);
        """);

    List<Key> keys = CatalogSessions.table(database, "k").keys();

    assertThat(keys)
        .extracting(TablePartsIT::said)
        .containsExactly(
            "k_pkey primary id immediate",
            "once constraint email, \"Order\" deferrable",
            "apart constraint exclusion during immediate",
            "k_lower_expr_idx lower(email), (id + 1) where \"Order\" > 0 immediate");
    assertThat(keys).extracting(Key::order).isSorted();
    assertThat(keys.get(3).columns()).isEmpty();
  }

  private static String said(Key key) {
    return key.name()
        + (key.primary() ? " primary " : key.constraint().isPresent() ? " constraint " : " ")
        + (key.exclusion() ? "exclusion " : "")
        + key.elements().stream().map(Key.Element::expression).collect(Collectors.joining(", "))
        + key.predicate().map(p -> " where " + p).orElse("")
        + (key.immediate() ? " immediate" : " deferrable");
  }

  @OnEachMajor
  void nulls_not_distinct_is_known_from_15_on(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    boolean knows = server.major() >= 15;
    database.execute(
        "create table n (a integer unique " + (knows ? "nulls not distinct" : "") + ")");

    Key key = CatalogSessions.table(database, "n").keys().get(0);

    assertThat(key.nullsDistinct()).isEqualTo(!knows);
  }

  @OnEachMajor
  void a_key_without_overlaps_cannot_be_named_by_on_conflict(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        server.major() >= 18
            ? "create table o (room int4range, during int4range,"
                + " primary key (room, during without overlaps))"
            : "create table o (during int4range, exclude using gist (during with &&))");

    Key key = CatalogSessions.table(database, "o").keys().get(0);

    assertThat(key.exclusion()).isTrue();
    assertThat(key.primary()).isEqualTo(server.major() >= 18);
  }

  @OnEachMajor
  void foreign_keys_are_read_from_both_ends(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create table team (a integer, b integer, primary key (a, b));
        create table player (x integer, y integer,
          constraint plays foreign key (y, x) references team (a, b) deferrable);
        """);

    ForeignKey expected =
        new ForeignKey(
            new Identifier("plays"),
            QualifiedName.of("public", "player"),
            List.of(new Identifier("y"), new Identifier("x")),
            QualifiedName.of("public", "team"),
            List.of(new Identifier("a"), new Identifier("b")),
            true);
    assertThat(CatalogSessions.table(database, "player").foreignKeys()).containsExactly(expected);
    assertThat(CatalogSessions.table(database, "team").referencedBy()).containsExactly(expected);
  }

  @OnEachMajor
  void checks_triggers_and_rules_are_read(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create table w (id integer primary key, n integer);
        alter table w add constraint positive check (n > 0) not valid;
        create table other (w_id integer references w);
        create function stamp() returns trigger language plpgsql as 'begin return new; end';
        create trigger stamp before insert or update on w
          for each row execute function stamp();
        create trigger swept after truncate on w execute function stamp();
        alter table w disable trigger swept;
        create rule quiet as on delete to w do instead nothing;
        """);

    Table table = CatalogSessions.table(database, "w");

    assertThat(table.checks())
        .containsExactly(new Check(new Identifier("positive"), "CHECK (n > 0) NOT VALID", false));
    assertThat(table.triggers())
        .containsExactly(
            new Trigger(
                new Identifier("stamp"),
                "CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON w FOR EACH ROW"
                    + " EXECUTE FUNCTION stamp()",
                true,
                false,
                true,
                true,
                true,
                false,
                true),
            new Trigger(
                new Identifier("swept"),
                "CREATE TRIGGER swept AFTER TRUNCATE ON w FOR EACH STATEMENT"
                    + " EXECUTE FUNCTION stamp()",
                false,
                false,
                false,
                false,
                false,
                true,
                false));
    assertThat(table.rules()).extracting(Rule::event).containsExactly("DELETE");
  }

  @OnEachMajor
  void a_partitioned_table_counts_with_its_partitions(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create table p (id integer, primary key (id)) partition by range (id);
        create table p1 partition of p for values from (0) to (100);
        create table p2 partition of p for values from (100) to (1000) partition by hash (id);
        create table p2a partition of p2 for values with (modulus 1, remainder 0);
        create table refers (p_id integer references p);
        create function stamp() returns trigger language plpgsql as 'begin return new; end';
        create trigger stamp before insert on p for each row execute function stamp();
        insert into p select generate_series(0, 299);
        analyze p1; analyze p2a;
        """);

    Table whole = CatalogSessions.table(database, "p");
    Table part = CatalogSessions.table(database, "p1");

    assertThat(whole.kind()).isEqualTo(Table.Kind.PARTITIONED_TABLE);
    assertThat(whole.partitioning().map(Partitioning::key)).contains("RANGE (id)");
    assertThat(whole.estimatedRows()).isEqualTo(300);
    assertThat(whole.bytes()).isGreaterThan(part.bytes());
    assertThat(whole.hasChildren()).isFalse();
    assertThat(whole.referencedBy()).hasSize(1);
    assertThat(part.isPartition()).isTrue();
    assertThat(part.triggers()).hasSize(1);
    assertThat(CatalogSessions.table(database, "refers").foreignKeys()).hasSize(1);
  }

  @OnEachMajor
  void inheritance_and_row_security_are_told(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create table parent (id integer);
        create table child () inherits (parent);
        alter table child enable row level security, force row level security;
        """);

    Table parent = CatalogSessions.table(database, "parent");
    Table child = CatalogSessions.table(database, "child");

    assertThat(parent.hasChildren()).isTrue();
    assertThat(parent.estimatedRows()).isNegative();
    assertThat(parent.rowSecurity()).isEqualTo(new Table.RowSecurity(false, false, false));
    assertThat(child.hasChildren()).isFalse();
    assertThat(child.isPartition()).isFalse();
    assertThat(child.rowSecurity()).isEqualTo(new Table.RowSecurity(true, true, true));
  }

  @OnEachMajor
  void privileges_are_those_of_the_role_that_asks(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    server.execute(
        database.name(),
        """
        create schema staff;
        create table staff.pay (id integer, name text, amount numeric);
        grant usage on schema staff to app_user;
        grant select (id, name), insert (id) on staff.pay to app_user;
        grant truncate on staff.pay to app_user;
        """);

    Table table;
    try (Session session = CatalogSessions.open(database.access())) {
      QualifiedName pay = QualifiedName.of("staff", "pay");
      table = TableReader.read(session, List.of(pay)).get(pay);
    }

    assertThat(table.privileges())
        .isEqualTo(new Table.TablePrivileges(true, false, false, false, true));
    assertThat(table.columns())
        .extracting(Column::privileges)
        .containsExactly(
            new Column.ColumnPrivileges(true, true, false),
            new Column.ColumnPrivileges(true, false, false),
            new Column.ColumnPrivileges(false, false, false));
  }
}
