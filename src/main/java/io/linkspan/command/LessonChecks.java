package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Session;
import io.linkspan.lesson.Check;
import io.linkspan.lesson.Condition;
import io.linkspan.lesson.Goal;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonStep;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.report.Quantity;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether a step of a lesson is achieved: at the servers, and at what came of the inputs. */
final class LessonChecks {
  private final Workspace workspace;
  private final LessonGround ground;

  LessonChecks(Workspace workspace, LessonGround ground) {
    this.workspace = workspace;
    this.ground = ground;
  }

  /**
   * What a learner did in a step.
   *
   * @param inputs since the step began, the last one last
   * @param answer what the shell typed in the learner's place; mostly nothing
   */
  record Done(List<Step> inputs, List<String> answer) {
    Done {
      inputs = List.copyOf(inputs);
      answer = List.copyOf(answer);
    }

    /** The texts that went well. */
    List<String> texts() {
      return Stream.concat(inputs.stream().filter(Step::wentWell).map(Step::text), answer.stream())
          .toList();
    }

    private List<Fact> facts() {
      return inputs.stream().flatMap(step -> step.facts().stream()).toList();
    }
  }

  /** The first thing that the step asks for and that is not so; empty where it is achieved. */
  Optional<Goal> missing(Lesson lesson, LessonStep step, Done done) {
    // What needs no server is looked at first.
    return Stream.concat(
            step.goals().stream().filter(goal -> !(goal.check() instanceof Check.Holds)),
            step.goals().stream().filter(goal -> goal.check() instanceof Check.Holds))
        .filter(goal -> !holds(lesson, goal.check(), done))
        .findFirst();
  }

  private boolean holds(Lesson lesson, Check check, Done done) {
    if (check instanceof Check.Holds query) {
      return holds(lesson, query);
    }
    if (check instanceof Check.Typed typed) {
      return TypedWords.missing(typed.words(), done.texts()).isEmpty();
    }
    if (check instanceof Check.Idle idle) {
      return ground.connection(lesson, idle.end()).filter(LessonGround::idle).isPresent();
    }
    return holds(check, done);
  }

  private boolean holds(Check check, Done done) {
    if (check instanceof Check.Answer answer) {
      return workspace.answer().flatMap(LastAnswer::first).filter(answer::is).isPresent();
    }
    if (check instanceof Check.Rows rows) {
      return workspace.answer().filter(last -> last.rows() == rows.rows()).isPresent();
    }
    if (check instanceof Check.Shows shows) {
      return workspace.answer().filter(last -> last.text().contains(shows.text())).isPresent();
    }
    if (check instanceof Check.Fails fails) {
      return failedWith(fails.sqlState(), done.inputs());
    }
    Check.Facts asked = (Check.Facts) check;
    return found(asked.kind(), done)
        .filter(map -> asked.conditions().stream().allMatch(each -> each.holds(map)))
        .isPresent();
  }

  private Optional<Map<String, String>> found(Check.Kind kind, Done done) {
    return switch (kind) {
      case PLAN -> workspace.plan().current().map(LessonFacts::of);
      case RUN -> LessonFacts.ran(done.facts());
      case VERIFY -> LessonFacts.verified(done.facts());
    };
  }

  /** In plain words, what is not so; the answer is not given away. */
  String lack(Check check, Done done) {
    if (check instanceof Check.Holds query) {
      return "on " + query.end().text() + ", it is not as this step wants it.";
    }
    if (check instanceof Check.Answer) {
      return workspace
          .answer()
          .flatMap(LastAnswer::first)
          .map(first -> "the first value is " + first + ", and should be another one.")
          .orElse("there is no value to look at.");
    }
    if (check instanceof Check.Rows) {
      return workspace
          .answer()
          .map(
              last ->
                  "%s, and should be another number.".formatted(Quantity.count(last.rows(), "row")))
          .orElse("there are no rows to look at.");
    }
    if (check instanceof Check.Shows) {
      return "the answer does not have in it what this step looks for.";
    }
    if (check instanceof Check.Fails) {
      boolean failed = !done.inputs().get(done.inputs().size() - 1).wentWell();
      return failed
          ? "it is another error than the one to see here."
          : "there was no error, and this step is there to see one.";
    }
    if (check instanceof Check.Typed typed) {
      String first = TypedWords.missing(typed.words(), done.texts()).orElse("");
      return "\"" + first + "\" was not typed yet, or not in its turn.";
    }
    return check instanceof Check.Idle idle
        ? "your transaction on " + idle.end().text() + " is still open."
        : lack((Check.Facts) check, done);
  }

  private String lack(Check.Facts asked, Done done) {
    Optional<Map<String, String>> found = found(asked.kind(), done);
    if (found.isEmpty()) {
      return switch (asked.kind()) {
        case PLAN -> "there is no plan yet.";
        case RUN -> "nothing was run in this step yet.";
        case VERIFY -> "nothing was verified in this step yet.";
      };
    }
    Map<String, String> facts = found.orElseThrow();
    Condition failed =
        asked.conditions().stream().filter(each -> !each.holds(facts)).findFirst().orElseThrow();
    if (failed.field().equals("dry")) {
      return failed.value().equals("no")
          ? "the run was dry, so nothing was written."
          : "the run was not dry.";
    }
    String value = facts.getOrDefault(failed.field(), "");
    return "%s of the %s is %s, and should be otherwise."
        .formatted(failed.field(), asked.kind().word(), value.isBlank() ? "not set" : value);
  }

  private static boolean failedWith(String sqlState, List<Step> since) {
    return !since.isEmpty()
        && since.get(since.size() - 1).facts().stream()
            .filter(Fact.Failed.class::isInstance)
            .flatMap(fact -> ((Fact.Failed) fact).fields().sqlState().stream())
            .map(SqlState::code)
            .anyMatch(sqlState::equals);
  }

  private boolean holds(Lesson lesson, Check.Holds check) {
    Optional<OpenConnection> connection = ground.connection(lesson, check.end());
    String query = ground.places(lesson).filled(check.query());
    try {
      return connection
          .filter(open -> open.inBackground(session -> isTrue(session, query)))
          .isPresent();
    } catch (UserException e) {
      // A table that is not there yet, a lock of the learner's own: not achieved yet.
      return false;
    }
  }

  /** A session of the pool forgets these settings when it is given back. */
  private static boolean isTrue(Session session, String query) {
    session.execute("SET default_transaction_read_only = on");
    session.execute("SET lock_timeout = '1s'");
    session.execute("SET statement_timeout = '5s'");
    return session.text(query).equals("t");
  }
}
