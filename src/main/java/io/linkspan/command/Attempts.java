package io.linkspan.command;

import io.linkspan.lesson.Check;
import io.linkspan.lesson.Goal;
import io.linkspan.lesson.LessonStep;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a learner's attempts at a step from looks at what is there. */
final class Attempts {
  private static final Set<String> PLANNING =
      Set.of("plan", "map", "where", "distinct", "on", "truncate", "columns", "batch", "workers");

  private static final Set<String> ACTING =
      Set.of("run", "resume", "undo", "verify", "replay", "\\i", "\\ir");

  private static final Set<String> READING =
      Set.of("select", "with", "table", "values", "explain", "show");

  private Attempts() {}

  /** Whether the last input did what may be an answer to the step, but did not achieve it. */
  static boolean failed(LessonStep step, List<Step> inputs, Goal missing) {
    if (inputs.isEmpty()) {
      return false;
    }
    Step last = inputs.get(inputs.size() - 1);
    if (hasWhatIsWrong(last, missing.check())) {
      return true;
    }
    if (!last.wentWell() && !wantsError(step)) {
      // An error that the step does not ask for has said itself what is wrong.
      return false;
    }
    if (!last.wentWell() && missing.check() instanceof Check.Holds) {
      // The error is the one to see, and something else is missing.
      return true;
    }
    if (!isOne(step, last)) {
      return hasRightAnswer(step, last, missing);
    }
    if (plans(last.text()) && !plans(step.right().get(step.right().size() - 1))) {
      // What is planned is still to be run.
      return false;
    }
    long made = inputs.stream().filter(input -> isOne(step, input)).count();
    // An answer of several inputs is not wrong before its end.
    long wanted = step.right().stream().filter(input -> isOne(step, input)).count();
    return made >= wanted;
  }

  private static boolean plans(String text) {
    return Input.of(text) instanceof Input.OfCommand command && PLANNING.contains(command.word());
  }

  private static boolean wantsError(LessonStep step) {
    return step.goals().stream().anyMatch(goal -> goal.check() instanceof Check.Fails);
  }

  private static boolean hasWhatIsWrong(Step last, Check missing) {
    return missing instanceof Check.Facts asked
        && last.facts().stream()
            .anyMatch(
                fact ->
                    switch (asked.kind()) {
                      case PLAN -> false;
                      case RUN -> fact instanceof Fact.Ran;
                      case VERIFY -> fact instanceof Fact.Verified;
                    });
  }

  /** A look that shows what is asked for, but comes from elsewhere. */
  private static boolean hasRightAnswer(LessonStep step, Step last, Goal missing) {
    return (missing.check() instanceof Check.Holds || missing.check() instanceof Check.Typed)
        && Input.of(last.text()) instanceof Input.OfSql
        && step.goals().stream()
            .map(Goal::check)
            .anyMatch(check -> check instanceof Check.Answer || check instanceof Check.Shows);
  }

  private static boolean isOne(LessonStep step, Step input) {
    return input.called() || isOne(step, input.text());
  }

  private static boolean isOne(LessonStep step, String text) {
    Input typed = Input.of(text);
    if (typed instanceof Input.OfCommand command) {
      return isOne(command);
    }
    return typed instanceof Input.OfSql sql && acts(step, sql.text());
  }

  private static boolean isOne(Input.OfCommand command) {
    Tokens rest = Tokens.of(command.rest());
    return switch (command.word()) {
      case "plan" -> rest.at("copy", "load", "back");
      case "sandbox" -> !rest.atEnd();
      default -> ACTING.contains(command.word()) || PLANNING.contains(command.word());
    };
  }

  /** Who reads may only look, unless it is the way that the answer takes. */
  private static boolean acts(LessonStep step, String sql) {
    return !READING.contains(Tokens.of(sql).peek().word())
        || callsDblink(sql)
        || (asksForAnswer(step) && step.right().stream().noneMatch(Attempts::callsDblink));
  }

  private static boolean asksForAnswer(LessonStep step) {
    return step.goals().stream()
        .map(Goal::check)
        .anyMatch(
            check ->
                check instanceof Check.Answer
                    || check instanceof Check.Rows
                    || check instanceof Check.Shows
                    || check instanceof Check.Fails
                    || check instanceof Check.Typed);
  }

  private static boolean callsDblink(String sql) {
    return sql.toLowerCase(Locale.ROOT).contains("dblink");
  }
}
