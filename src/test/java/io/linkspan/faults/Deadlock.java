package io.linkspan.faults;

import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Rows of others on which the copy waits while they wait for it. One session holds back a worker in
 * the middle of its batch; the other meanwhile asks for the key that the worker has inserted last,
 * and holds the one that comes next. All of theirs is rolled back.
 */
final class Deadlock implements Fault {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Connection barrier;
  private Connection opponent;
  private int key;

  @Override
  public boolean suits(Shape shape) {
    return shape == Shape.KEYED;
  }

  @Override
  public boolean mayStrikeAgain() {
    return false;
  }

  @Override
  public void prepare(Situation situation) throws SQLException {
    // None of the three ids is a multiple of 50: those are there before the copy.
    key = situation.random().nextInt(situation.rows() / 50) * 50 + 20;
    Access superuser = situation.scene().targetSuperuser();
    barrier = Jdbc.connect(superuser);
    opponent = Jdbc.connect(superuser);
    barrier.setAutoCommit(false);
    opponent.setAutoCommit(false);
    execute(opponent, "SET deadlock_timeout = '1min'");
    insert(barrier, key);
    insert(opponent, key + 1);
  }

  private static void insert(Connection connection, int id) throws SQLException {
    execute(
        connection,
        "INSERT INTO copy_keyed (id, code) VALUES (%d, 'not there %d')".formatted(id, id));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void strike(Situation situation, ShellProcess shell) throws Exception {
    Access superuser = situation.scene().targetSuperuser();
    try {
      await(shell, () -> waits(superuser, "application_name <> 'test'"));
      CompletableFuture<Void> crossing =
          CompletableFuture.runAsync(
              () -> {
                try {
                  insert(opponent, key - 1);
                } catch (SQLException e) {
                  // It may be the victim, where the worker was not; both are rolled back.
                }
              });
      await(shell, () -> crossing.isDone() || waits(superuser, "application_name = 'test'"));
      barrier.rollback();
      crossing.get(90, TimeUnit.SECONDS);
    } finally {
      barrier.rollback();
      opponent.rollback();
    }
  }

  private static void await(ShellProcess shell, BooleanSupplier condition) throws Exception {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean() && shell.isAlive() && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static boolean waits(Access superuser, String who) {
    return !Jdbc.query(
            superuser, "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND " + who)
        .isEmpty();
  }

  @Override
  public void mend(Situation situation) throws SQLException {
    barrier.close();
    opponent.close();
  }
}
