package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Session;
import io.linkspan.lesson.Check;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonStep;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether a step of a lesson is achieved: at the servers, and at what came of the inputs. */
final class LessonChecks {
  private final Workspace workspace;
  private final LessonGround ground;

  LessonChecks(Workspace workspace, LessonGround ground) {
    this.workspace = workspace;
    this.ground = ground;
  }

  /**
   * Whether all that the step asks for is so.
   *
   * @param since what was typed since the step began, the last input last
   */
  boolean achieved(Lesson lesson, LessonStep step, List<Step> since) {
    // What needs no server is looked at first.
    return step.checks().stream()
            .filter(check -> !(check instanceof Check.Holds))
            .allMatch(check -> holds(check, since))
        && step.checks().stream()
            .filter(Check.Holds.class::isInstance)
            .allMatch(check -> holds(lesson, (Check.Holds) check));
  }

  private boolean holds(Check check, List<Step> since) {
    List<Fact> facts = since.stream().flatMap(step -> step.facts().stream()).toList();
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
      return failedWith(fails.sqlState(), since);
    }
    Check.Facts asked = (Check.Facts) check;
    Optional<Map<String, String>> found =
        switch (asked.kind()) {
          case PLAN -> workspace.plan().current().map(LessonFacts::of);
          case RUN -> LessonFacts.ran(facts);
          case VERIFY -> LessonFacts.verified(facts);
        };
    return found
        .filter(map -> asked.conditions().stream().allMatch(each -> each.holds(map)))
        .isPresent();
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
