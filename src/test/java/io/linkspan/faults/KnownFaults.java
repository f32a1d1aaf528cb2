package io.linkspan.faults;

import io.linkspan.faults.Fault.Situation;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All faults, by the word by which each is asked for. */
final class KnownFaults {
  /** The sessions that lead from the target to the source. */
  private static final String LINKS = "application_name LIKE 'linkspan link%'";

  /** The sessions that copy. */
  private static final String WORKERS =
      "usename = 'app_user' AND state <> 'idle' AND query NOT ILIKE '%pg_stat_activity%'";

  private KnownFaults() {}

  static Map<String, Supplier<Fault>> byName() {
    Map<String, Supplier<Fault>> faults = new LinkedHashMap<>();
    for (String signal : List.of("KILL", "INT", "TERM")) {
      faults.put(
          "sig" + signal.toLowerCase(java.util.Locale.ROOT),
          () -> (s, shell) -> shell.signal(signal));
    }
    faults.put(
        "end-worker", () -> (s, shell) -> end(s.scene().targetSuperuser(), WORKERS, s.random()));
    faults.put("end-link", () -> (s, shell) -> end(s.scene().sourceSuperuser(), LINKS, s.random()));
    faults.put("end-links", () -> (s, shell) -> endAll(s.scene().sourceSuperuser(), LINKS));
    faults.put(
        "end-all", () -> (s, shell) -> endAll(s.scene().targetSuperuser(), "usename = 'app_user'"));
    faults.put("crash-target", () -> (s, shell) -> s.scene().targetServer().crashAndRestart());
    faults.put("crash-source", () -> (s, shell) -> s.scene().sourceServer().crashAndRestart());
    faults.put("cut", () -> (s, shell) -> s.scene().networks().forEach(Proxy::cut));
    faults.put("cut-link", () -> (s, shell) -> s.scene().link().cut());
    faults.put("cut-target", () -> (s, shell) -> s.scene().toTarget().cut());
    faults.put("cut-source", () -> (s, shell) -> s.scene().toSource().cut());
    faults.put("stall", () -> (s, shell) -> stall(s.scene().networks()));
    faults.put("stall-link", () -> (s, shell) -> stall(List.of(s.scene().link())));
    faults.put("temp-limit", TempLimit::new);
    faults.put("lock", TableLock::new);
    faults.put("deadlock", Deadlock::new);
    faults.put("changes", () -> new SourceChanges((s, shell) -> {}, true));
    faults.put("changes-kill", () -> new SourceChanges((s, shell) -> shell.signal("KILL"), false));
    return faults;
  }

  private static void end(Access superuser, String which, Random random) {
    List<String> pids =
        Jdbc.query(superuser, "SELECT pid FROM pg_stat_activity WHERE " + which + " ORDER BY pid");
    if (!pids.isEmpty()) {
      endAll(superuser, "pid = " + pids.get(random.nextInt(pids.size())));
    }
  }

  private static void endAll(Access superuser, String which) {
    Jdbc.query(superuser, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + which);
  }

  private static void stall(List<Proxy> networks) throws InterruptedException {
    networks.forEach(network -> network.stall(true));
    TimeUnit.SECONDS.sleep(3);
    networks.forEach(network -> network.stall(false));
  }

  /** The target's role may write next to no temporary files, and sorts in next to no memory. */
  private static final class TempLimit implements Fault {
    @Override
    public void prepare(Situation situation) {
      Jdbc.execute(
          situation.scene().targetSuperuser(),
          "ALTER ROLE app_user SET work_mem = '64kB';"
              + "ALTER ROLE app_user SET temp_file_limit = '64kB'");
    }

    @Override
    public void strike(Situation situation, ShellProcess shell) {
      // It is there from the start.
    }

    @Override
    public void mend(Situation situation) {
      Jdbc.execute(
          situation.scene().targetSuperuser(),
          "ALTER ROLE app_user RESET work_mem; ALTER ROLE app_user RESET temp_file_limit");
    }
  }

  /** Another session locks the target's table for longer than the role waits for locks. */
  private static final class TableLock implements Fault {
    @Override
    public void prepare(Situation situation) {
      Jdbc.execute(
          situation.scene().targetSuperuser(), "ALTER ROLE app_user SET lock_timeout = '500ms'");
    }

    @Override
    public void strike(Situation situation, ShellProcess shell) throws Exception {
      try (Connection connection = Jdbc.connect(situation.scene().targetSuperuser());
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE " + situation.shape().table() + " IN ACCESS EXCLUSIVE MODE");
        TimeUnit.MILLISECONDS.sleep(1_000 + situation.random().nextInt(2_000));
        connection.rollback();
      }
    }

    @Override
    public void mend(Situation situation) {
      Jdbc.execute(situation.scene().targetSuperuser(), "ALTER ROLE app_user RESET lock_timeout");
    }
  }
}
