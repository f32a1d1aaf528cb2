package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final ErrorFields DENIED =
      ErrorFields.of("permission denied for table \"sales.orders\" on \"archive\"")
          .withSqlState(SqlState.INSUFFICIENT_PRIVILEGE)
          .withDetail("Role \"app_user\" lacks SELECT there.")
          .withHint("On archive, as its owner: GRANT SELECT ON sales.orders TO app_user;");

  @Test
  void a_message_looks_like_the_servers_own() {
    assertThat(Screens.text(Messages.message("ERROR", Style.ERROR, DENIED, Screens.page(120))))
        .isEqualTo(
            """
            ERROR:   permission denied for table "sales.orders" on "archive" (SQLSTATE 42501)
            DETAIL:  Role "app_user" lacks SELECT there.
            HINT:    On archive, as its owner: GRANT SELECT ON sales.orders TO app_user;
            """);
  }

  @Test
  void a_long_message_is_broken_and_stays_under_its_label() {
    assertThat(Screens.text(Messages.message("WARNING", Style.WARNING, DENIED, Screens.page(50))))
        .isEqualTo(
            """
            WARNING: permission denied for table
                     "sales.orders" on "archive" (SQLSTATE
                     42501)
            DETAIL:  Role "app_user" lacks SELECT there.
            HINT:    On archive, as its owner: GRANT SELECT ON
                     sales.orders TO app_user;
            """);
  }

  @Test
  void what_would_steer_the_terminal_is_spelled_out_and_the_context_is_shown() {
    ErrorFields fields =
        new ErrorFields(
            "steer \u001b[31m",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("PL/pgSQL function f() line 1"),
            0);

    assertThat(Screens.text(Messages.message("ERROR", Style.ERROR, fields, Screens.page(80))))
        .isEqualTo(
            """
            ERROR:   steer \\x1B[31m
            CONTEXT: PL/pgSQL function f() line 1
            """);
  }

  @Test
  void cause_and_cure_stand_below_the_words_of_the_server() {
    ErrorFields fields =
        DENIED.withExplanation(
            new Explanation(
                "The source \"archive\" raised it.", "First way\nanother way, which is long"));

    assertThat(Screens.text(Messages.message("ERROR", Style.ERROR, fields, Screens.page(34))))
        .endsWith(
            """
            CAUSE:   The source "archive"
                     raised it.
            NEXT:    First way
                     another way, which is
                     long
            """);
  }

  @Test
  void of_many_findings_of_a_kind_a_glance_takes_in_the_first_ones_and_counts_the_rest() {
    List<Finding> findings =
        Stream.of("a", "b", "c", "d", "e")
            .map(
                column ->
                    Finding.warning(
                        CheckId.NULL_INTO_NOT_NULL, column + " may be NULL", "where " + column))
            .collect(Collectors.toCollection(ArrayList::new));
    findings.add(Finding.warning(CheckId.ZONE_LOST, "the zone is lost", "at time zone"));

    assertThat(Screens.text(Messages.atAGlance(findings, Screens.page(60))))
        .isEqualTo(
            """
            WARNING: a may be NULL
            HINT:    where a
            WARNING: b may be NULL
            WARNING: c may be NULL
            WARNING: the zone is lost
            HINT:    at time zone
            and 2 more of the kind null-into-not-null
            All that is to be said of these: check
            """);
  }
}
