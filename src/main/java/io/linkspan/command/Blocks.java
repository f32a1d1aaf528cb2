package io.linkspan.command;

import io.linkspan.pg.UserException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Which {@code if} is open in which script, and whether a script goes on after an error. */
final class Blocks {
  private static final String STEERS = "ON_ERROR_STOP";
  private static final Set<String> NO = Set.of("off", "false", "no", "0");

  private final Deque<Script> scripts = new ArrayDeque<>();
  private final Deque<Boolean> decisions = new ArrayDeque<>();
  private Consumer<Boolean> listener = holds -> {};

  /** Where an {@code if} stands. */
  private enum State {
    /** This branch is carried out. */
    TAKEN,
    /** No branch was taken yet. */
    WAITING,
    /** A branch was taken, or none may be. */
    OVER
  }

  private static final class Block {
    State state;
    boolean lastBranch;

    Block(State state) {
      this.state = state;
    }
  }

  private static final class Script {
    final Deque<Block> open = new ArrayDeque<>();
    Optional<Boolean> goesOn = Optional.empty();
  }

  /** Nothing is open at the prompt. */
  Blocks() {
    scripts.push(new Script());
  }

  /** A script begins; what is open in the one that calls it is not closed by it. */
  void enter() {
    scripts.push(new Script());
  }

  /** The script is over, with whatever is open in it. */
  void leave() {
    scripts.pop();
  }

  private Script script() {
    return scripts.element();
  }

  /** From now on those conditions hold or not as they did before, and that one is told of each. */
  void decides(List<Boolean> known, Consumer<Boolean> told) {
    decisions.clear();
    decisions.addAll(known);
    listener = told;
  }

  /** Whether a condition holds; asked anew only where that is not known yet. */
  boolean decide(BooleanSupplier condition) {
    if (!decisions.isEmpty()) {
      return decisions.remove();
    }
    boolean holds = condition.getAsBoolean();
    listener.accept(holds);
    return holds;
  }

  /** How many are open in this script. */
  int open() {
    return script().open.size();
  }

  /** Whether what comes next is read and not carried out. */
  boolean skipping() {
    Block innermost = script().open.peek();
    return innermost != null && innermost.state != State.TAKEN;
  }

  /** Whether the next {@code elif} has to look at its condition. */
  boolean asks() {
    return waiting(require("elif"));
  }

  private static boolean waiting(Block block) {
    return block.state == State.WAITING && !block.lastBranch;
  }

  /** An {@code if}, none of whose branches is carried out. */
  void beginOver() {
    script().open.push(new Block(State.OVER));
  }

  /**
   * An {@code if} whose condition cannot be told: a script that goes on all the same carries out
   * none of its branches; at the prompt it is typed again.
   */
  void failed() {
    if (scripts.size() > 1) {
      beginOver();
    }
  }

  /** An {@code if} whose condition holds or not. */
  void begin(boolean holds) {
    script().open.push(new Block(holds ? State.TAKEN : State.WAITING));
  }

  /** An {@code elif}, whose condition counts where no branch was taken before. */
  void orElseIf(boolean holds) {
    Block block = require("elif");
    requireNotLast(block, "elif");
    block.state = next(block, holds);
  }

  /** The condition of an {@code elif} cannot be told: no branch from here on is carried out. */
  void over() {
    require("elif").state = State.OVER;
  }

  /** An {@code else}. */
  void orElse() {
    Block block = require("else");
    requireNotLast(block, "else");
    block.state = next(block, true);
    block.lastBranch = true;
  }

  private static State next(Block block, boolean holds) {
    return block.state == State.WAITING ? (holds ? State.TAKEN : State.WAITING) : State.OVER;
  }

  /** The end of the innermost. */
  void end() {
    require("end");
    script().open.pop();
  }

  private Block require(String word) {
    Block block = script().open.peek();
    if (block == null) {
      throw UserException.usage(
          "\"" + word + "\" without an \"if\" before it", "Type: if CONDITION");
    }
    return block;
  }

  private static void requireNotLast(Block block, String word) {
    if (block.lastBranch) {
      throw UserException.usage("\"" + word + "\" after \"else\"", "Close the if before it: end");
    }
  }

  /** From now on the script goes on after an error, or no longer. */
  void onError(boolean goOn) {
    script().goesOn = Optional.of(goOn);
  }

  /**
   * Whether the script goes on after an error: as it says itself, else the one that called it, else
   * psql's variable.
   *
   * @param variable the value of ON_ERROR_STOP, where it is set
   */
  boolean goesOn(Optional<String> variable) {
    for (Script each : scripts) {
      if (each.goesOn.isPresent()) {
        return each.goesOn.orElseThrow();
      }
    }
    return variable.filter(value -> NO.contains(value.toLowerCase(Locale.ROOT))).isPresent();
  }

  /** Whether a script says by psql's variable what {@code on error} says. */
  static boolean steers(String variable) {
    return variable.equals(STEERS);
  }

  /** Whether that value of psql's variable lets a script go on. */
  static boolean goesOn(String value) {
    return NO.contains(value.toLowerCase(Locale.ROOT));
  }
}
