package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Two servers of one's own to learn and try things on: a source with database {@code
 * user_data_archive} and a target with database {@code user_data_main}, both with sample rows that
 * have the usual troubles. The data stay between starts.
 */
public final class Sandbox implements AutoCloseable {
  private static final String ARCHIVE = "archive";
  private static final String MAIN = "main";

  private static final String ARCHIVE_DATABASE = "user_data_archive";
  private static final String MAIN_DATABASE = "user_data_main";
  private static final String USER = "app_user";

  private final SandboxSlot slot;
  private final EmbeddedBinaries binaries;
  private final SqlRunner runner;
  private Login login;
  private boolean fresh;
  private ServerPair servers;

  private Sandbox(SandboxSlot slot, EmbeddedBinaries binaries, SqlRunner runner)
      throws IOException {
    this.slot = slot;
    this.binaries = binaries;
    this.runner = runner;
    this.fresh = !slot.isFilled();
    this.login = prepare();
    this.servers = startServers();
  }

  /**
   * Starts the first sandbox in the directory that no other shell holds, and makes it if needed.
   *
   * @param directory also keeps the unpacked server programs
   * @throws UserException if a server did not start
   */
  public static Sandbox start(Path directory, SqlRunner runner) {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      EmbeddedBinaries binaries = EmbeddedBinaries.onClassPath(absolute);
      SandboxSlot slot = SandboxSlot.claim(absolute);
      try {
        return new Sandbox(slot, binaries, runner);
      } catch (IOException | RuntimeException | Error e) {
        slot.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed("could not start the sandbox in \"" + absolute + "\"", e);
    }
  }

  /** Deletes what was not finished, and gives the login of the finished or the next one. */
  private Login prepare() throws IOException {
    if (!slot.isFilled()) {
      clear();
    }
    return slot.login(USER);
  }

  private void clear() throws IOException {
    slot.clear();
    EmbeddedServer.delete(slot.home(ARCHIVE), binaries);
    EmbeddedServer.delete(slot.home(MAIN), binaries);
  }

  private ServerPair startServers() throws IOException {
    ServerPair pair = ServerPair.start(() -> startServer(ARCHIVE), () -> startServer(MAIN));
    slot.markFilled();
    return pair;
  }

  private EmbeddedServer startServer(String name) {
    ServerOptions options =
        ServerOptions.small().with("cluster_name", "sandbox " + name).with("io_method", "sync");
    EmbeddedServer server = EmbeddedServer.start(slot.home(name), binaries, options);
    try {
      if (!slot.isFilled()) {
        fill(name, server.superuser());
      }
      return server;
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  private void fill(String name, Access superuser) {
    String database = name.equals(ARCHIVE) ? ARCHIVE_DATABASE : MAIN_DATABASE;
    runner.run(superuser, SampleSql.createRole(login));
    runner.run(superuser, SampleSql.createDatabase(database, USER));
    Access created = superuser.inDatabase(database);
    if (name.equals(MAIN)) {
      runner.run(created, SampleSql.script("dblink.sql"));
    }
    runner.run(created.as(login), SampleSql.script(name + ".sql"));
  }

  /** The source database as the ordinary role that owns its tables. */
  public Access archive() {
    return archiveSuperuser().as(login);
  }

  /** The target database as the ordinary role that owns its tables. */
  public Access main() {
    return mainSuperuser().as(login);
  }

  /** The source database as its superuser. */
  public Access archiveSuperuser() {
    return servers.archive().superuser().inDatabase(ARCHIVE_DATABASE);
  }

  /** The target database as its superuser. */
  public Access mainSuperuser() {
    return servers.main().superuser().inDatabase(MAIN_DATABASE);
  }

  /** Whether the data were made by this start, and nobody has worked with them before. */
  public boolean isNew() {
    return fresh;
  }

  /** The directory of this sandbox among those of other shells. */
  public Path directory() {
    return slot.directory();
  }

  /**
   * Makes table {@code events} anew: with so many rows on the source, empty on the target.
   *
   * @param rows from 0
   */
  public void fillEvents(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("negative number of rows: " + rows);
    }
    runner.run(main(), SampleSql.events(0));
    runner.run(archive(), SampleSql.events(rows));
  }

  /** Stops both servers, deletes their data and begins again; ports and passwords change. */
  public void reset() {
    servers.close();
    try {
      clear();
      login = prepare();
      servers = startServers();
      fresh = true;
    } catch (IOException e) {
      throw failed("could not reset the sandbox in \"" + slot.directory() + "\"", e);
    }
  }

  /** Stops both servers and frees the slot; the data stay. */
  @Override
  public void close() {
    servers.close();
    try {
      slot.close();
    } catch (IOException e) {
      throw failed("could not close the sandbox in \"" + slot.directory() + "\"", e);
    }
  }

  private static UserException failed(String message, IOException cause) {
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of(message)
            .withDetail(cause + ".")
            .withHint("Make sure that the directory can be written and has 300 MB free."),
        cause);
  }
}
