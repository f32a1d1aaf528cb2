package io.linkspan.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a replay came, as its log tells. The inputs that do something are counted from 1, in the
 * order in which they are carried out; those that only set the scene are not.
 */
final class ReplayState {
  static final String HEAD = "linkspan replay 1";

  /** Ends the lines with which a log begins, be it anew. */
  static final String WHOLE = "whole";

  final Map<String, String> scripts = new HashMap<>();
  final Map<String, String> variables = new HashMap<>();

  /** The last input that is done, with all before it. */
  long done;

  /** Where it stands. */
  String donePlace = "";

  /** The last run, as connection and number. */
  Optional<String[]> lastRun = Optional.empty();

  Optional<Begun> begun = Optional.empty();

  /** Whether the input before the one that was begun left a transaction open. */
  boolean inTransaction;

  /** Inputs that are done for good although a transaction on another server was open. */
  final Set<Long> apart = new TreeSet<>();

  /** Where a transaction was committed while another one was open, which was not. */
  Optional<String> torn = Optional.empty();

  private long tornAt;

  /** The exit codes of inputs that failed, after which the script went on. */
  final Map<Long, Integer> errors = new HashMap<>();

  private final List<String[]> decided = new ArrayList<>();

  /**
   * An input that was begun and is not done.
   *
   * @param kind {@code run}, {@code commit}, {@code statement}, {@code begin}, {@code look} or
   *     {@code apart}: a statement beside the transaction that is open elsewhere
   * @param mark of a run, the latest run before it
   * @param number of a run, its own number, where that was told
   * @param failed whether its end is known: nothing of it is there
   */
  record Begun(
      long input, String kind, String place, long mark, OptionalLong number, boolean failed) {
    Begun withNumber(long run) {
      return new Begun(input, kind, place, mark, OptionalLong.of(run), failed);
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(ReplayLog.line("begun", Long.toString(input), kind, place, Long.toString(mark)));
      number.ifPresent(run -> lines.add("number\t" + run));
      if (failed) {
        lines.add("failed\t" + input);
      }
      return lines;
    }

    Begun withFailed() {
      return new Begun(input, kind, place, mark, number, true);
    }
  }

  private ReplayState() {}

  /** Reads a log; one that a crash cut off ends with the last whole line. */
  static ReplayState read(List<String> lines) {
    ReplayState state = new ReplayState();
    for (String line : counting(lines)) {
      String[] fields = line.split("\t", -1);
      try {
        state.take(fields);
      } catch (RuntimeException e) {
        // The last line may be cut off; what it was to say is not known, then.
        break;
      }
    }
    return state;
  }

  /** How the conditions were decided that stand before what is to be done. */
  List<Boolean> decisions() {
    return decided.stream()
        .filter(each -> Long.parseLong(each[1]) <= done)
        .map(each -> Boolean.valueOf(each[2]))
        .toList();
  }

  /**
   * The input of which nobody knows was carried out: with a commit, so was all before it. Of two
   * transactions that were torn apart both are complete.
   */
  void skip() {
    if (torn.isPresent()) {
      done = tornAt;
      donePlace = torn.orElseThrow();
      torn = Optional.empty();
      begun = Optional.empty();
      inTransaction = false;
      return;
    }
    Begun over = begun.orElseThrow();
    if (over.kind().equals("apart")) {
      apart.add(over.input());
    } else {
      done = over.input();
      donePlace = over.place();
      inTransaction = false;
    }
    begun = Optional.empty();
  }

  /** Those after the last beginning that is whole. */
  private static List<String> counting(List<String> lines) {
    int whole = lines.lastIndexOf(WHOLE);
    int first = Math.max(0, lines.subList(0, whole + 1).lastIndexOf(HEAD));
    int next = lines.subList(whole + 1, lines.size()).lastIndexOf(HEAD);
    return lines.subList(first, whole >= 0 && next >= 0 ? whole + 1 + next : lines.size());
  }

  /**
   * Whether nobody knows what became of the input that was begun. Within a transaction that was
   * left open all is rolled back, unless the input was to commit it.
   */
  boolean isUnknown() {
    return begun
        .filter(
            each ->
                !each.failed()
                    && (Set.of("commit", "apart").contains(each.kind())
                        || (each.kind().equals("statement") && !inTransaction)))
        .isPresent();
  }

  /** Where it was interrupted. */
  String where() {
    return begun
        .map(each -> "in " + ReplayedScript.told(each.place()))
        .orElseGet(
            () -> donePlace.isEmpty() ? "at its begin" : "after " + ReplayedScript.told(donePlace));
  }

  /** Where it goes on. */
  String goesOn() {
    if (begun.isPresent() && !inTransaction) {
      ReplayState.Begun at = begun.orElseThrow();
      String run =
          at.number().isPresent()
              ? " (run %d is resumed)".formatted(at.number().getAsLong())
              : at.kind().equals("run") ? " (its run is looked for and resumed)" : "";
      return "in " + ReplayedScript.told(at.place()) + run;
    }
    return donePlace.isEmpty() ? "at its begin" : "after " + ReplayedScript.told(donePlace);
  }

  /** The lines of the log that tell of what is done, and of a run that was begun. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    decided.stream()
        .filter(each -> Long.parseLong(each[1]) <= done)
        .forEach(each -> lines.add(String.join("\t", each)));
    errors.forEach((input, code) -> lines.add("error\t" + input + "\t" + code));
    lastRun.ifPresent(run -> lines.add("ran\t" + run[0] + "\t" + run[1]));
    lines.add(ReplayLog.line("done", Long.toString(done), donePlace));
    torn.ifPresent(place -> lines.add(ReplayLog.line("torn", Long.toString(tornAt), place)));
    apart.stream().filter(n -> n > done).forEach(n -> lines.add("apart\t" + n));
    begun
        .filter(each -> !inTransaction || Set.of("commit", "apart", "run").contains(each.kind()))
        .ifPresent(each -> lines.addAll(each.lines()));
    return lines;
  }

  private void take(String[] fields) {
    switch (fields[0]) {
      case "script" -> scripts.put(fields[2], fields[1]);
      case "variable" -> variables.put(fields[1], fields[2]);
      case "decision" -> decided.add(fields);
      case "begun" ->
          begun =
              Optional.of(
                  new Begun(
                      Long.parseLong(fields[1]),
                      fields[2],
                      fields[3],
                      Long.parseLong(fields[4]),
                      OptionalLong.empty(),
                      false));
      case "number" -> begun = begun.map(b -> b.withNumber(Long.parseLong(fields[1])));
      case "failed" -> begun = begun.map(Begun::withFailed);
      case "held" -> {
        inTransaction = true;
        begun = Optional.empty();
      }
      case "apart" -> {
        apart.add(Long.parseLong(fields[1]));
        begun = Optional.empty();
      }
      case "torn" -> {
        torn = Optional.of(fields[2]);
        tornAt = Long.parseLong(fields[1]);
        begun = Optional.empty();
      }
      case "done" -> {
        torn = Optional.empty();
        done = Long.parseLong(fields[1]);
        donePlace = fields[2];
        begun = Optional.empty();
        inTransaction = false;
      }
      case "error" -> errors.put(Long.parseLong(fields[1]), Integer.valueOf(fields[2]));
      case "ran" -> lastRun = Optional.of(new String[] {fields[1], fields[2]});
      default -> {}
    }
  }
}
