package io.linkspan.faults;

import io.linkspan.faults.Fault.Situation;
import io.linkspan.testing.Jdbc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One copy that is disturbed, and resumed until it is done. */
final class Round {
  private static final int MOST_RESUMES = 5;

  private final String name;
  private final Fault fault;
  private final Situation situation;
  private final String clauses;
  private final Path home;
  private final StringBuilder shown = new StringBuilder();
  private final List<Integer> codes = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private long moment = -1;
  private boolean ambiguous;

  Round(String name, Fault fault, Situation situation, String clauses, Path home) {
    this.name = name;
    this.fault = fault;
    this.situation = situation;
    this.clauses = clauses;
    this.home = home;
  }

  /**
   * Carries it out.
   *
   * @param typical milliseconds that the copy takes undisturbed
   */
  Result run(long typical) throws InterruptedException {
    try {
      Jdbc.execute(situation.scene().target(), situation.shape().target(situation.rows()));
      fault.prepare(situation);
      long at = situation.random().nextInt((int) Math.max(1, typical));
      boolean again = fault.mayStrikeAgain() && situation.random().nextInt(3) == 0;
      disturbed(List.of(situation.shape().plan(clauses)), "run", at);
      fault.mend(situation);
      finish(again, typical);
      String difference = fault.wrong(situation);
      if (!difference.isEmpty()) {
        wrong.add(difference);
      }
      fault.restore(situation);
    } catch (Exception | AssertionError e) {
      wrong.add(e.toString().lines().findFirst().orElse(""));
    }
    if (shown.indexOf(situation.scene().password()) >= 0) {
      wrong.add("a password was shown");
    }
    return new Result(name, situation.shape(), moment, codes, wrong);
  }

  /** Copies without a fault, into a table that was made for it; gives the milliseconds it took. */
  long undisturbed() throws Exception {
    try (ShellProcess shell = start(List.of(situation.shape().plan(clauses)), "run")) {
      long begun = System.nanoTime();
      shell.awaitEnd();
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      String difference = fault.wrong(situation);
      if (!difference.isEmpty()) {
        throw new IllegalStateException(difference + "\n" + shell.shown());
      }
      return took;
    }
  }

  /** What the shells showed. */
  String shown() {
    return shown.toString().replace(situation.scene().password(), "(password)");
  }

  private void disturbed(List<String> before, String last, long at) throws Exception {
    try (ShellProcess shell = start(before, last)) {
      if (at >= 0) {
        TimeUnit.MILLISECONDS.sleep(at);
        if (shell.isAlive()) {
          moment = Math.max(moment, at);
          fault.strike(situation, shell);
          shown.append("(struck after ").append(at).append(" ms)\n");
        }
      }
      end(shell);
    }
  }

  private ShellProcess start(List<String> before, String last)
      throws IOException, InterruptedException {
    ShellProcess shell = ShellProcess.start(situation.scene(), home);
    try {
      List<String> lines = new ArrayList<>(situation.scene().connecting());
      lines.addAll(before);
      shell.typeAndAwait(lines);
      shell.typeLast(last);
      return shell;
    } catch (InterruptedException | RuntimeException e) {
      shown.append(shell.shown());
      shell.close();
      throw e;
    }
  }

  private void end(ShellProcess shell) throws InterruptedException {
    int code = shell.awaitEnd();
    codes.add(code);
    ambiguous = shell.shown().contains("Take back what is there, and run anew");
    shown.append(shell.shown()).append("(exit code ").append(code).append(")\n");
    if (code == -1) {
      wrong.add("the shell does not end");
    }
    if (code == 1 || code == 70 || shell.shown().contains("internal error")) {
      wrong.add("exit code " + code + " of a defect");
    }
    Leftovers.await(situation.scene()).forEach(row -> wrong.add("left behind: " + row));
  }

  private void finish(boolean again, long typical) throws Exception {
    boolean disturb = again;
    while (codes.size() <= MOST_RESUMES) {
      int unfinished = unfinished();
      boolean done = codes.get(codes.size() - 1) == 0;
      if (unfinished == 0 && (done || fault.wrong(situation).isEmpty())) {
        return;
      }
      if (done) {
        wrong.add("exit code 0, and the journal has a run that is not finished");
        return;
      }
      if (unfinished == 0 && arrived() > 0) {
        wrong.add("rows are there, and there is no run to resume");
        return;
      }
      long at = disturb ? situation.random().nextInt((int) Math.max(1, typical)) : -1;
      if (ambiguous) {
        // As the refusal advises: what is there cannot be told from what is new.
        disturbed(List.of("undo", situation.shape().plan(clauses)), "run", -1);
      } else if (unfinished > 0) {
        disturbed(List.of(), "resume", at);
      } else {
        disturbed(List.of(situation.shape().plan(clauses)), "run", at);
      }
      disturb = false;
    }
    wrong.add("not done after " + MOST_RESUMES + " resumes");
  }

  /** How many runs the journal has that were begun and did not end. */
  private int unfinished() {
    boolean journal =
        Jdbc.query(situation.scene().target(), "SELECT to_regclass('linkspan.runs') IS NOT NULL")
            .get(0)
            .equals("t");
    return journal ? number("SELECT count(*) FROM linkspan.runs WHERE state = 'begun'") : 0;
  }

  private int arrived() {
    return number("SELECT count(*) FROM (" + situation.shape().arrived() + ") AS arrived");
  }

  private int number(String query) {
    return Integer.parseInt(Jdbc.query(situation.scene().target(), query).get(0));
  }
}
