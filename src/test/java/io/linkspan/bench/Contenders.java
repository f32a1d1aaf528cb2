package io.linkspan.bench;

import io.linkspan.pg.Literal;
import io.linkspan.sandbox.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The ways to copy that are compared. */
final class Contenders {
  private static final String COLUMNS =
      "id bigint, customer integer, amount numeric(12,2), status text, note text, flag boolean,"
          + " at timestamptz, ratio double precision";

  /** What makes the statement of the guide. */
  private static final String GUIDE =
      "plan copy archived_users -> users (username, email) map email = lower(email), created_at ="
          + " now() distinct on conflict do nothing";

  private final CopyServers servers;
  private final String psql;
  private final Path linkspan;
  private final Path folder;

  /**
   * The contenders.
   *
   * @param linkspan the installed launcher
   * @param folder is private to the user of this process
   */
  Contenders(CopyServers servers, InstalledPostgres postgres, Path linkspan, Path folder) {
    this.servers = servers;
    this.psql = postgres.psql();
    this.linkspan = linkspan;
    this.folder = folder;
  }

  /** The ways to copy the table of so many rows. */
  List<Contender> ofTable(int rows) throws IOException {
    String table = CopyServers.table(rows);
    List<Contender> all = new ArrayList<>();
    all.add(
        psql(
            "psql, INSERT … SELECT FROM dblink",
            "INSERT INTO %s SELECT * FROM dblink(%s, 'SELECT * FROM %s') AS t(%s)"
                .formatted(table, conninfo(), table, COLUMNS)));
    all.add(
        psql(
            "psql, postgres_fdw, fetch_size 10000",
            "INSERT INTO %s SELECT * FROM far_%s".formatted(table, table)));
    for (String format : List.of("text", "binary")) {
      all.add(copy(table, format));
    }
    pgcopydb(table).ifPresent(all::add);
    pgloader(table).ifPresent(all::add);
    all.add(linkspan("linkspan", "plan copy %1$s -> %1$s on conflict fail".formatted(table)));
    for (String clause : List.of("workers 1", "workers 2", "workers 4", "batch off")) {
      all.add(
          linkspan(
              "linkspan, " + clause,
              "plan copy %1$s -> %1$s on conflict fail %2$s".formatted(table, clause)));
    }
    return all;
  }

  /** The default way of linkspan alone. */
  Contender linkspanOf(int rows) {
    return linkspan(
        "linkspan, %,d rows".formatted(rows),
        "plan copy %1$s -> %1$s on conflict fail".formatted(CopyServers.table(rows)));
  }

  /** The ways to carry out the guide's statement. */
  List<Contender> ofUsers() {
    return List.of(
        psql(
            "psql, the guide's statement",
            "INSERT INTO users (username, email, created_at)"
                + " SELECT DISTINCT username, lower(email), NOW() FROM dblink("
                + conninfo()
                + ", 'SELECT username, email FROM archived_users') AS t(username text, email text)"
                + " ON CONFLICT DO NOTHING"),
        linkspan("linkspan, the guide's plan", GUIDE));
  }

  private String conninfo() {
    Access source = servers.source();
    return Literal.quoted(
        "host=%s port=%d dbname=%s user=%s password=%s"
            .formatted(
                source.host(),
                source.port(),
                source.database(),
                source.login().user(),
                source.login().password()));
  }

  private Contender psql(String name, String statement) {
    return new Contender(
        name,
        List.of(psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", CopyServers.uri(servers.target())),
        statement + ";\n");
  }

  private Contender copy(String table, String format) {
    return new Contender(
        "psql COPY into psql COPY, " + format,
        List.of(
            "bash",
            "-c",
            "set -o pipefail; \"$0\" -X -q -d \"$1\" -c \"COPY $3 TO STDOUT (FORMAT $4)\""
                + " | \"$0\" -X -q -v ON_ERROR_STOP=1 -d \"$2\" -c \"COPY $3 FROM STDIN (FORMAT $4)\"",
            psql,
            CopyServers.uri(servers.source()),
            CopyServers.uri(servers.target()),
            table,
            format),
        "");
  }

  private Contender linkspan(String name, String plan) {
    return new Contender(
        name,
        List.of(
            linkspan.toString(),
            "--yes",
            "-c",
            "connect archive " + CopyServers.uri(servers.source()) + " as source",
            "-c",
            "connect main " + CopyServers.uri(servers.target()) + " as target",
            "-c",
            plan,
            "-c",
            "run"),
        "");
  }

  private java.util.Optional<Contender> pgcopydb(String table) throws IOException {
    if (InstalledPostgres.said("pgcopydb", "--version").isEmpty()) {
      return java.util.Optional.empty();
    }
    Path filters =
        Files.writeString(
            folder.resolve("filters-" + table), "[include-only-table]\npublic." + table + "\n");
    return java.util.Optional.of(
        new Contender(
            "pgcopydb copy table-data",
            List.of(
                "pgcopydb",
                "copy",
                "table-data",
                "--source",
                CopyServers.uri(servers.source()),
                "--target",
                CopyServers.uri(servers.target()),
                "--table-jobs",
                "2",
                "--filters",
                filters.toString(),
                "--dir",
                folder.resolve("pgcopydb").toString(),
                "--restart",
                "--not-consistent"),
            ""));
  }

  private java.util.Optional<Contender> pgloader(String table) throws IOException {
    if (InstalledPostgres.said("pgloader", "--version").isEmpty()) {
      return java.util.Optional.empty();
    }
    Path file = Files.writeString(folder.resolve("pgloader-" + table), "");
    Files.setPosixFilePermissions(
        file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    Files.writeString(
        file,
        "LOAD DATABASE FROM %s INTO %s WITH data only INCLUDING ONLY TABLE NAMES MATCHING '%s' IN SCHEMA 'public';\n"
            .formatted(
                CopyServers.uriWithPassword(servers.source()),
                CopyServers.uriWithPassword(servers.target()),
                table));
    return java.util.Optional.of(
        new Contender(
            "pgloader, data only",
            List.of(
                "pgloader", "--root-dir", folder.resolve("pgloader").toString(), file.toString()),
            ""));
  }
}
