package io.linkspan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrashIT {
  /** So slow that the crash comes between two batches, and long before the last. */
  private static final String SLOW =
      """
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(0.1); RETURN NULL; END';
      CREATE TRIGGER dawdle AFTER INSERT ON copy_plain
        FOR EACH STATEMENT EXECUTE FUNCTION dawdle()""";

  @Test
  void batches_that_a_crash_of_the_target_took_back_are_copied_again() throws Exception {
    FaultOptions options = FaultOptions.parse("--rows", "5000");
    try (ReachableDirectory directory = ReachableDirectory.create("crash");
        Scene scene = Scene.start(directory.path(), options);
        ShellProcess shell = ShellProcess.start(scene, directory.path())) {
      Jdbc.execute(scene.target(), Shape.PLAIN.target(5_000) + SLOW);
      // What is committed without waiting stays in memory for as long as the server allows.
      Jdbc.execute(scene.targetSuperuser(), "ALTER SYSTEM SET wal_writer_delay = '10s'");
      Jdbc.execute(scene.targetSuperuser(), "SELECT pg_reload_conf()");
      List<String> lines = new ArrayList<>(scene.connecting());
      lines.add(Shape.PLAIN.plan("batch 200 rows workers 2"));
      shell.typeAndAwait(lines);
      shell.typeLast("run");
      Await.until("some batches are committed", () -> committed(scene) >= 6);

      scene.targetServer().crashAndRestart();

      assertThat(shell.awaitEnd()).as(shell.shown()).isZero();
      assertThat(
              Comparison.difference(
                  scene.source(), Shape.PLAIN.expected(), scene.target(), Shape.PLAIN.arrived()))
          .isEmpty();
    }
  }

  private static int committed(Scene scene) {
    boolean there =
        Jdbc.query(scene.target(), "SELECT to_regclass('linkspan.batches') IS NOT NULL")
            .get(0)
            .equals("t");
    return there
        ? Integer.parseInt(
            Jdbc.query(scene.target(), "SELECT count(xid) FROM linkspan.batches").get(0))
        : 0;
  }
}
