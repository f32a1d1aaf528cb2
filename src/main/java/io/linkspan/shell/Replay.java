package io.linkspan.shell;

import io.linkspan.command.ReplayedRuns;
import io.linkspan.command.ReplayedRuns.Fate;
import io.linkspan.command.Replaying;
import io.linkspan.command.ScriptFlow;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import io.linkspan.shell.Exchange.End;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A script on its way, with all scripts that it calls. How far it came is on the disk at any
 * moment, so that a replay that was interrupted goes on instead of doing everything twice.
 */
final class Replay {
  private final ReplayedScript script;
  private final Exchange exchange;
  private final ScriptFlow flow;
  private final ReplayedRuns runs;
  private final Replaying how;
  private final List<String> decided = new ArrayList<>();
  private Optional<ReplayLog> log = Optional.empty();
  private Optional<ReplayState> before = Optional.empty();
  private long input;
  private boolean interrupted;
  private boolean numbered;

  private Replay(Exchange exchange, ReplayedRuns runs, ReplayedScript script, Replaying how) {
    this.exchange = exchange;
    this.runs = runs;
    this.script = script;
    this.how = how;
    this.flow = exchange.conversation().flow();
  }

  /**
   * Begins the replay of a file, or goes on with an earlier one.
   *
   * @throws UserException where that cannot be, with the ways out
   */
  static Replay begin(Exchange exchange, ReplayedRuns runs, Path file, Replaying how) {
    Replay replay =
        new Replay(
            exchange,
            runs,
            ReplayedScript.of(file, exchange.conversation(), runs.variables()),
            how);
    Path log = ReplayLog.file(exchange.state(), replay.script.real());
    if (ReplayLog.isThere(log)) {
      replay.goOn(ReplayLog.open(log, file));
    }
    List<Boolean> known = replay.before.map(ReplayState::decisions).orElse(List.of());
    replay.flow.decides(known, replay::decided);
    return replay;
  }

  private void goOn(ReplayLog left) {
    boolean taken = false;
    try {
      ReplayState state = left.state();
      if (how != Replaying.FRESH && !state.scripts.isEmpty()) {
        script.requireSame(state);
        requireKnownEnd(state);
        if ((state.isUnknown() || state.torn.isPresent()) && how == Replaying.SKIP) {
          state.skip();
        }
        before = Optional.of(state);
        exchange.console().remark(Line.of(Style.WARNING, script.goesOn(state)));
        left.begin(script.lines(state));
      } else {
        left.begin(List.of(ReplayState.HEAD));
        left.delete();
        left.close();
        taken = true;
        return;
      }
      log = Optional.of(left);
      taken = true;
    } finally {
      if (!taken) {
        left.close();
      }
    }
  }

  private void requireKnownEnd(ReplayState state) {
    if (state.torn.isPresent() && how != Replaying.SKIP && how != Replaying.AGAIN) {
      throw script.torn(state.torn.orElseThrow());
    }
    if (state.isUnknown() && how != Replaying.SKIP && how != Replaying.AGAIN) {
      throw script.unknownEnd(state.begun.orElseThrow().place());
    }
  }

  /** A script that this one calls begins. */
  void enter(Path called) {
    List<String> lines = script.enter(called, flow);
    try {
      before.ifPresent(state -> script.requireSame(state, called, flow));
    } catch (UserException e) {
      keep();
      throw e;
    }
    log.ifPresent(open -> lines.forEach(open::addLine));
  }

  private void decided(boolean holds) {
    String[] fields = {"decision", Long.toString(input), Boolean.toString(holds)};
    log.ifPresentOrElse(open -> open.add(fields), () -> decided.add(String.join("\t", fields)));
  }

  /**
   * Carries an input out, or leaves it out where it was done before.
   *
   * @param carriedOut carries a text out
   */
  End step(String text, String place, Function<String, End> carriedOut) {
    String kind = flow.kind(text);
    if (kind.equals("scene")) {
      return scene(carriedOut.apply(text));
    }
    input++;
    Optional<End> known = before.flatMap(state -> earlier(state, kind, place));
    if (known.isPresent()) {
      return known.orElseThrow();
    }
    Optional<ReplayState.Begun> begun =
        before.flatMap(state -> state.begun).filter(each -> each.input() == input);
    if (begun.isPresent() && kind.equals("run")) {
      return again(text, place, begun.orElseThrow(), carriedOut);
    }
    boolean apart =
        kind.equals("statement") && runs.transactionOpen() && !runs.transactionOpen(text);
    return carriedOut(text, place, apart ? "apart" : kind, carriedOut);
  }

  /** What cannot set the scene now, as while a server is still away, leaves what is known. */
  private End scene(End end) {
    boolean nothingNew = before.filter(state -> input <= state.done).isPresent();
    interrupted |= end.failed() && (nothingNew || stops(end) || runs.connectionLost());
    return end;
  }

  private static boolean stops(End end) {
    return end.exitCode() == ExitCode.of(UserException.Kind.INTERRUPTED)
        || end.exitCode() == ExitCode.of(UserException.Kind.CONNECTION);
  }

  /** Something was refused before the script could go on; what is known of it stays. */
  void keep() {
    interrupted = true;
  }

  /** The end of an input that was done before. */
  private Optional<End> earlier(ReplayState state, String kind, String place) {
    if (input > state.done && !state.apart.contains(input)) {
      return Optional.empty();
    }
    if (input == state.done) {
      state.lastRun.ifPresent(run -> runs.restore(run[0], Long.parseLong(run[1])));
    }
    if (!kind.equals("look")) {
      exchange.console().remark(Line.of(Style.DIM, place + "done before the interruption"));
    }
    Integer code = state.errors.get(input);
    return Optional.of(code == null ? End.WENT_WELL : new End(false, code));
  }

  /** A run that was begun: what is left of it. */
  private End again(
      String text, String place, ReplayState.Begun begun, Function<String, End> carriedOut) {
    Fate fate =
        begun.number().isPresent()
            ? runs.fate(begun.number().getAsLong())
            : runs.fate(text, begun.mark());
    if (fate instanceof Fate.Done done) {
      runs.restore(runs.targetName(), done.run());
      exchange
          .console()
          .remark(Line.of(Style.WARNING, "run %d was finished before".formatted(done.run())));
      done(text, place, "run");
      return End.WENT_WELL;
    }
    if (fate instanceof Fate.Interrupted left) {
      begun("run", place, begun.mark());
      log.ifPresent(open -> open.add("number", Long.toString(left.run())));
      numbered = true;
      return ended(carriedOut.apply("resume " + left.run()), text, place, "run", begun.mark());
    }
    if (fate instanceof Fate.Unknown && how == Replaying.SKIP) {
      done(text, place, "run");
      return End.WENT_WELL;
    }
    if (fate instanceof Fate.Unknown && how != Replaying.AGAIN) {
      throw script.unknownEnd(begun.place());
    }
    return carriedOut(text, place, "run", carriedOut);
  }

  private End carriedOut(String text, String place, String kind, Function<String, End> carriedOut) {
    boolean looks = kind.equals("look");
    long mark = kind.equals("run") ? runs.latest() : 0;
    if (!looks) {
      begun(kind, place, mark);
    }
    numbered = false;
    return ended(carriedOut.apply(text), text, place, kind, mark);
  }

  private End ended(End end, String text, String place, String kind, long mark) {
    if (!end.failed()) {
      done(text, place, kind);
    } else {
      failed(end, kind, mark);
    }
    return end;
  }

  private void begun(String kind, String place, long mark) {
    if (log.isEmpty()) {
      ReplayLog made =
          ReplayLog.open(ReplayLog.file(exchange.state(), script.real()), script.real());
      if (!made.state().scripts.isEmpty()) {
        made.close();
        throw refused(
            "another shell has begun to replay the script, and was interrupted",
            "It did so since this replay began.",
            "Replay it again, to go on where that one stopped.");
      }
      List<String> lines = new ArrayList<>(script.lines());
      lines.addAll(decided);
      lines.add(String.join("\t", "done", Long.toString(input - 1), ""));
      made.begin(lines);
      log = Optional.of(made);
    }
    log.orElseThrow().add("begun", Long.toString(input), kind, place, Long.toString(mark));
  }

  private void done(String text, String place, String kind) {
    if (log.isEmpty()) {
      return;
    }
    ReplayLog open = log.orElseThrow();
    OptionalLong run = kind.equals("run") ? runs.last() : OptionalLong.empty();
    if (run.isPresent()) {
      open.add("ran", runs.targetName(), Long.toString(run.getAsLong()));
    }
    if (runs.transactionOpen()) {
      boolean held = kind.equals("look") || runs.transactionOpen(text);
      open.add(
          held ? "held" : kind.equals("commit") ? "torn" : "apart", Long.toString(input), place);
      return;
    }
    open.add("done", Long.toString(input), place);
  }

  private void failed(End end, String kind, long mark) {
    boolean lost = runs.connectionLost();
    interrupted = stops(end) || lost || (kind.equals("run") && runs.isLeft(mark));
    if (!lost && !kind.equals("run") && !kind.equals("look")) {
      log.ifPresent(open -> open.add("failed", Long.toString(input)));
    }
  }

  /** The script goes on after an error. */
  void wentOn(End end, String place) {
    interrupted = false;
    log.ifPresent(
        open -> {
          open.add("error", Long.toString(input), Integer.toString(end.exitCode()));
          open.add("done", Long.toString(input), place);
        });
  }

  /** Listens for the number of a run, by which it is resumed. */
  RunListener listening(RunListener next) {
    return new RunListener() {
      @Override
      public void progress(Progress now) {
        if (now.run().isPresent() && !numbered) {
          numbered = true;
          log.ifPresent(open -> open.add("number", Long.toString(now.run().getAsLong())));
        }
        next.progress(now);
      }

      @Override
      public void remark(String text) {
        next.remark(text);
      }
    };
  }

  /** The script ended: of one that was not interrupted nothing need be known any more. */
  void end() {
    flow.decides(List.of(), holds -> {});
    if (log.isEmpty()) {
      return;
    }
    ReplayLog open = log.orElseThrow();
    if (interrupted) {
      exchange.console().remark(Line.of(Style.WARNING, script.willGoOn()));
    } else {
      open.delete();
    }
    open.close();
  }

  /** The refusal of something that cannot be told. */
  static UserException refused(String message, String detail, String hint) {
    return new UserException(
        UserException.Kind.CHECK, ErrorFields.of(message).withDetail(detail).withHint(hint));
  }
}
