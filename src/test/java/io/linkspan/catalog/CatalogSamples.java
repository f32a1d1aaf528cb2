package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.ServerVersion;
import io.linkspan.pg.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogs that pure tests share: {@code archived_users} on {@code archive}, {@code users} on
 * {@code main}.
 */
public final class CatalogSamples {
  private CatalogSamples() {}

  /** The source's table: looser types, no key but the primary one. */
  public static Table archivedUsers() {
    return table("archived_users")
        .column("id", "integer")
        .notNull()
        .column("username", "text")
        .column("email", "text")
        .column("created_at", "timestamp without time zone")
        .column("is_active", "boolean")
        .column("notes", "json")
        .primaryKey("id")
        .size(1000, 131072)
        .table();
  }

  /** The target's table: numbered, stricter, with keys that a copy may run into. */
  public static Table users() {
    return table("users")
        .column("id", "bigint")
        .identity(Column.Identity.BY_DEFAULT)
        .column("username", "character varying(50)")
        .notNull()
        .column("email", "text")
        .notNull()
        .column("created_at", "timestamp with time zone")
        .notNull()
        .defaultsTo("now()")
        .column("active", "boolean")
        .notNull()
        .defaultsTo("true")
        .column("team_id", "integer")
        .column("email_domain", "text")
        .generated(Column.Generated.STORED, "split_part(email, '@'::text, 2)")
        .primaryKey("id")
        .unique("users_username_key", "username")
        .with(KeySamples.onExpression("users_email_idx", 2, "lower(email)").where("active").key())
        .references("users_team_id_fkey", "team_id", QualifiedName.of("public", "teams"), "id")
        .referencedBy("orders_user_id_fkey", QualifiedName.of("sales", "orders"), "user_id", "id")
        .with(new Check(new Identifier("users_email_check"), "CHECK (email ~~ '%@%'::text)", true))
        .with(
            new Trigger(
                new Identifier("stamp"),
                "CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON users FOR EACH ROW"
                    + " EXECUTE FUNCTION stamp()",
                true,
                false,
                true,
                true,
                true,
                false,
                true))
        .size(120_500, 12_582_912)
        .table();
  }

  /** A table in schema {@code public}, to be written out. */
  public static TableSample table(String name) {
    return new TableSample(QualifiedName.of("public", name));
  }

  /** A table in another schema, to be written out. */
  public static TableSample table(String schema, String name) {
    return new TableSample(QualifiedName.of(schema, name));
  }

  /** The source's catalog with {@link #archivedUsers()} alone. */
  public static Catalog archive() {
    return catalog("archive", archivedUsers());
  }

  /** The target's catalog with {@link #users()} alone. */
  public static Catalog main() {
    return catalog("main", users());
  }

  /** A catalog of those tables, all of them read in detail. */
  public static Catalog catalog(String connection, Table... tables) {
    List<RelationName> relations =
        Arrays.stream(tables)
            .map(t -> new RelationName(t.name(), t.kind(), t.estimatedRows(), true))
            .toList();
    Set<String> types =
        Arrays.stream(tables)
            .flatMap(table -> table.columns().stream())
            .map(column -> column.type().name())
            .map(type -> type.schema().name() + "." + type.name().name())
            .collect(Collectors.toSet());
    Map<QualifiedName, Table> byName =
        Arrays.stream(tables).collect(Collectors.toMap(Table::name, table -> table));
    return new Catalog(connection, server(connection), relations, byName, casts(), types);
  }

  /** A server of version 15 whose dblink is in a closed schema of its own. */
  public static ServerFacts server() {
    return server("main");
  }

  private static ServerFacts server(String connection) {
    return new ServerFacts(
        new ServerVersion(150018),
        "app",
        new Identifier("app_user"),
        List.of(new Identifier("public")),
        "UTF8",
        "UTC",
        false,
        false,
        false,
        true,
        4L << 20,
        ServerFacts.JournalPlace.READY,
        Optional.of(new ServerFacts.DblinkExtension(new Identifier("dblink"), false, true)),
        state(connection));
  }

  /** A server of nobody but ourselves, without a timeout and with 90 sessions to come. */
  private static ServerState state(String connection) {
    return new ServerState(
        List.of(),
        OptionalLong.empty(),
        new ConnectionRoom(List.of(new ConnectionRoom.Limit("max_connections", 97, 7))),
        new DatabaseIdentity(connection, "5432", 16384),
        Optional.empty());
  }

  /** The assignment and implicit casts between the commonest builtin types. */
  public static Casts casts() {
    List<String> numbers = List.of("int2", "int4", "int8", "float4", "float8", "numeric");
    List<String> strings = List.of("text", "varchar", "bpchar");
    List<String> times = List.of("date", "timestamp", "timestamptz");
    return new Casts(
        Stream.of(numbers, strings, times)
            .flatMap(
                family ->
                    family.stream()
                        .flatMap(
                            from ->
                                family.stream()
                                    .filter(to -> !to.equals(from))
                                    .map(to -> pair(from, to))))
            .collect(Collectors.toSet()));
  }

  private static Casts.Pair pair(String from, String to) {
    return Casts.Pair.of(TypeName.builtin(from), TypeName.builtin(to));
  }
}
