package io.linkspan.bench;

import io.linkspan.testing.Installation;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Measures copies by linkspan beside other ways to copy; docs/performance.md tells how. */
final class CopiesBench {
  private static final String USERS_SET =
      "SELECT count(*), md5(string_agg(username || ' ' || coalesce(email, ''), ',' ORDER BY username))"
          + " FROM users";

  private final CopyServers servers;
  private final Map<String, String> environment;
  private final Contenders contenders;
  private final int rounds;
  private final Measured more = new Measured();
  private final Set<String> warm = new HashSet<>();
  private final Set<String> failed = new HashSet<>();

  private CopiesBench(
      CopyServers servers, Map<String, String> environment, Contenders contenders, int rounds) {
    this.servers = servers;
    this.environment = environment;
    this.contenders = contenders;
    this.rounds = rounds;
  }

  /** Takes the number of rows and of rounds. */
  static void main(int rows, int rounds) throws Exception {
    ReachableDirectory directory = ReachableDirectory.create("bench");
    Runtime.getRuntime().addShutdownHook(new Thread(directory::close, "cleaning"));
    Path mine = Files.createDirectory(directory.path().resolve("mine"));
    Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwx------"));
    Installation installation = new Installation(Installation.thisJava(), mine);
    Installation.Ended ended = installation.install("--from", "target");
    if (ended.code() != 0) {
      throw new IllegalStateException(ended.output() + ended.errors());
    }
    InstalledPostgres postgres = InstalledPostgres.find();
    try (CopyServers servers = CopyServers.start(directory.path(), postgres.directory())) {
      TreeSet<Integer> sizes = new TreeSet<>(List.of(100_000, 1_000_000));
      sizes.removeIf(size -> size > rows);
      sizes.add(rows);
      servers.fill(rows / 4, sizes.stream().mapToInt(Integer::intValue).toArray());
      Map<String, String> environment = new LinkedHashMap<>(installation.environment());
      environment.put("PGPASSWORD", servers.password());
      Contenders contenders = new Contenders(servers, postgres, installation.launcher(), mine);
      new CopiesBench(servers, environment, contenders, rounds).run(rows, new ArrayList<>(sizes));
    }
  }

  private void run(int rows, List<Integer> sizes) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%s%n%d processor cores, load %s at the start%n%n",
        Jdbc.query(servers.target(), "SHOW server_version").get(0),
        Runtime.getRuntime().availableProcessors(),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    Race table = new Race("%,d rows of 8 columns without a key, ms".formatted(rows));
    for (Contender each : contenders.ofTable(rows)) {
      table.with(each.name(), () -> each.ofOthers() ? tried(each, rows) : copied(each, rows));
    }
    System.out.println(table.run(rounds));
    Race users = new Race("%,d archived users, the guide's statement, ms".formatted(users(rows)));
    List<String> sets = new ArrayList<>();
    for (Contender each : contenders.ofUsers()) {
      users.with(each.name(), () -> usersCopied(each, sets));
    }
    System.out.println(users.run(rounds));
    Race perRow = new Race("linkspan by the number of rows, ns for a row");
    for (int size : sizes) {
      Contender each = contenders.linkspanOf(size);
      perRow.with(each.name(), () -> copied(each, size) * 1e6 / size);
    }
    System.out.println(perRow.run(rounds));
    System.out.println(more.table("medians"));
    System.out.printf(
        Locale.ROOT,
        "load %s at the end%n",
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private static int users(int rows) {
    return rows / 4 + rows / 4 / 33;
  }

  /** Of a tool that cannot copy so many rows nothing is told but that. */
  private double tried(Contender contender, int rows) throws Exception {
    if (failed.contains(contender.name())) {
      return Double.NaN;
    }
    try {
      return copied(contender, rows);
    } catch (IllegalStateException e) {
      failed.add(contender.name());
      System.out.printf("%s left out: %s%n%n", contender.name(), e.getMessage());
      return Double.NaN;
    }
  }

  private double copied(Contender contender, int rows) throws Exception {
    String table = CopyServers.table(rows);
    Jdbc.execute(servers.target(), "TRUNCATE " + table);
    double took = measured(contender);
    String arrived = Jdbc.query(servers.target(), "SELECT count(*) FROM " + table).get(0);
    if (!arrived.equals(String.valueOf(rows))) {
      throw new IllegalStateException(contender.name() + " copied " + arrived + " rows");
    }
    return took;
  }

  private double usersCopied(Contender contender, List<String> sets) throws Exception {
    Jdbc.execute(
        servers.target(),
        "TRUNCATE users; INSERT INTO users (username, email, created_at)"
            + " SELECT username, email, now() FROM users_before");
    double took = measured(contender);
    sets.add(Jdbc.query(servers.target(), USERS_SET).get(0));
    if (sets.stream().distinct().count() > 1) {
      throw new IllegalStateException("not the same users after " + contender.name());
    }
    return took;
  }

  private double measured(Contender contender) throws Exception {
    Jdbc.execute(servers.targetSuperuser(), "DROP SCHEMA IF EXISTS linkspan CASCADE; CHECKPOINT");
    long before = temporaryBytes();
    CopyProcess process = new CopyProcess(contender, servers).run(environment);
    String name = contender.name();
    if (warm.add(name)) {
      return process.milliseconds();
    }
    more.add(name, "ms", process.milliseconds());
    if (process.receipt() >= 0) {
      more.add(name, "of these by the receipt", process.receipt());
      more.add(name, "until the first line of the run", process.firstLine());
    }
    more.add(name, "client, MB", process.megabytesOfClient());
    more.add(name, "largest backend with shared memory, MB", process.megabytesOfBackend());
    more.add(name, "all backends alone, MB", process.megabytesOfBackendsAlone());
    more.add(name, "temporary files, MB", (temporaryBytes() - before) / 1048576.0);
    return process.milliseconds();
  }

  /** Of the target's database; a session's own come to it when it ends. */
  private long temporaryBytes() {
    return Long.parseLong(
        Jdbc.query(
                servers.targetSuperuser(),
                "SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()")
            .get(0));
  }
}
