package io.linkspan.faults;

import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Rows arrive on the source, move within it and leave it while it is copied. What did not change
 * must be there once; of each transaction that changed rows, all or nothing may be there.
 */
final class SourceChanges implements Fault {
  /** The rows that the n-th transaction updates have the ids that leave the rest n modulo this. */
  private static final int TRANSACTIONS = 40;

  private static final int STRIDE = 200;

  private final Fault another;
  private final boolean oneMoment;

  /**
   * Changes, and another fault at a random moment of them.
   *
   * @param oneMoment whether all rows must be as of one moment; what is resumed is read at another
   */
  SourceChanges(Fault another, boolean oneMoment) {
    this.another = another;
    this.oneMoment = oneMoment;
  }

  @Override
  public boolean suits(Shape shape) {
    return shape == Shape.PLAIN;
  }

  @Override
  public boolean mayStrikeAgain() {
    return false;
  }

  @Override
  public void restore(Situation situation) {
    Jdbc.execute(situation.scene().source(), Shape.source(situation.rows()));
  }

  @Override
  public void strike(Situation situation, ShellProcess shell) throws Exception {
    CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> change(situation));
    TimeUnit.MILLISECONDS.sleep(situation.random().nextInt(1_000));
    another.strike(situation, shell);
    changing.get(2, TimeUnit.MINUTES);
  }

  private static void change(Situation situation) {
    Access source = situation.scene().source();
    for (int n = 1; n <= TRANSACTIONS; n++) {
      Jdbc.execute(
          source,
          """
          BEGIN;
          UPDATE big SET amount = -%1$d, name = repeat('longer ', 20) WHERE id %% %2$d = %1$d AND id <= %3$d;
          DELETE FROM big WHERE id %% %2$d = %1$d + 100 AND id <= %3$d;
          INSERT INTO big (id, code, amount)
          SELECT %3$d + n, 'new ' || n, -%1$d FROM generate_series(%1$d * 1000, %1$d * 1000 + 99) AS n;
          COMMIT"""
              .formatted(n, STRIDE, situation.rows()));
      if (n % 10 == 0) {
        Jdbc.execute(source, "VACUUM big");
      }
    }
  }

  @Override
  public String wrong(Situation situation) {
    Scene scene = situation.scene();
    String unchanged =
        " WHERE id <= %1$d AND id %% %2$d NOT BETWEEN 1 AND %3$d AND id %% %2$d NOT BETWEEN 101 AND 100 + %3$d"
            .formatted(situation.rows(), STRIDE, TRANSACTIONS);
    String difference =
        Comparison.difference(
            scene.source(),
            "SELECT * FROM big" + unchanged,
            scene.target(),
            "SELECT * FROM copy_plain" + unchanged);
    List<String> twice =
        Jdbc.query(
            scene.target(),
            "SELECT id FROM copy_plain GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 5");
    List<String> torn = oneMoment ? Jdbc.query(scene.target(), torn(situation.rows())) : List.of();
    return difference
        + (twice.isEmpty() ? "" : " twice: ids " + twice)
        + (torn.isEmpty() ? "" : " transactions seen in part: " + torn);
  }

  /** Transactions of which some changes are seen and others are not. */
  private static String torn(int rows) {
    return """
        SELECT n, updated, stale, deleted, added FROM (
          SELECT n, count(*) FILTER (WHERE id <= %1$d AND id %% %2$d = n AND amount = -n) AS updated,
                 count(*) FILTER (WHERE id <= %1$d AND id %% %2$d = n AND amount IS DISTINCT FROM -n) AS stale,
                 count(*) FILTER (WHERE id <= %1$d AND id %% %2$d = n + 100) AS deleted,
                 count(*) FILTER (WHERE id > %1$d AND amount = -n) AS added
          FROM copy_plain, generate_series(1, %3$d) AS n
          WHERE id > %1$d OR id %% %2$d IN (n, n + 100)
          GROUP BY n) AS seen
        WHERE NOT (stale = 0 AND deleted = 0 AND added = 100
                   OR updated = 0 AND deleted = %1$d / %2$d AND added = 0)
        ORDER BY n LIMIT 5"""
        .formatted(rows, STRIDE, TRANSACTIONS);
  }
}
