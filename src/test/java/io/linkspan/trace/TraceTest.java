package io.linkspan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Answered;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.Sent;
import io.linkspan.connection.Sent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TraceTest {
  private static final String CATALOG = "SELECT c.relname FROM pg_catalog.pg_class AS c";

  private final List<String> told = new ArrayList<>();
  private Trace trace = trace(false);
  private long number;

  private static Trace trace(boolean all) {
    return new Trace(new OpenConnections(List::of), all, text -> text.replace("geheim", "***"));
  }

  @AfterEach
  void end() {
    trace.close();
  }

  private void hear(TraceEvent event) {
    if (event instanceof TraceEvent.Asked asked) {
      told.add(asked.from() + " -> " + asked.to() + " " + asked.text());
    } else if (event instanceof TraceEvent.Came came) {
      told.add(came.to() + " <- " + came.from() + " " + came.text());
    } else if (event instanceof TraceEvent.Folded folded) {
      told.add(folded.from() + " -> " + folded.to() + " folded " + folded.count());
    }
  }

  private Sent sent(Kind kind, String text, Optional<Sent.Through> through, String role) {
    Sent message =
        new Sent(++number, "main", role, 0, new Sent.What(kind, text, through), System.nanoTime());
    trace.sent(message);
    return message;
  }

  private void exchange(Kind kind, String text, OptionalLong rows, String answer) {
    Sent message = sent(kind, text, Optional.empty(), "");
    trace.answered(new Answered(message, rows, answer, Optional.empty(), System.nanoTime()));
  }

  @Test
  void look_ups_between_two_messages_are_one_line() {
    trace.begin(this::hear);
    exchange(Kind.LOOK_UP, CATALOG, OptionalLong.of(3), "");
    exchange(Kind.LOOK_UP, CATALOG, OptionalLong.of(4), "");
    exchange(Kind.STATEMENT, "BEGIN", OptionalLong.empty(), "");
    exchange(Kind.LOOK_UP, CATALOG, OptionalLong.of(1), "");
    trace.end();

    assertThat(told)
        .containsExactly(
            "shell -> main folded 2",
            "shell -> main BEGIN",
            "shell <- main done",
            "shell -> main folded 1");
  }

  @Test
  void each_look_up_is_told_where_all_is_wanted() {
    trace = trace(true);
    trace.begin(this::hear);
    exchange(Kind.LOOK_UP, CATALOG, OptionalLong.of(3), "");
    trace.end();

    assertThat(told).containsExactly("shell -> main " + CATALOG, "shell <- main 3 rows");
  }

  @Test
  void what_a_call_in_the_text_asks_of_the_source_stands_below_it() {
    trace.begin(this::hear);
    exchange(
        Kind.STATEMENT,
        "EXPLAIN (ANALYZE, FORMAT JSON) INSERT INTO t SELECT a FROM"
            + " dblink.dblink('linkspan_archive', $r$SELECT a FROM s$r$) AS t(a int)",
        OptionalLong.empty(),
        "[{\"Plan\": {\"Tuples Inserted\": 7, \"Conflicting Tuples\": 3, \"Plans\": [{"
            + "\"Node Type\": \"Function Scan\", \"Actual Rows\": 10}]}}]");
    trace.end();

    assertThat(told)
        .contains(
            "main -> archive SELECT a FROM s",
            "main <- archive 10 rows, as text",
            "shell <- main 7 inserted, 3 met a key");
  }

  @Test
  void what_was_opened_for_one_statement_is_no_connection_of_the_shells() {
    trace.begin(this::hear);
    exchange(
        Kind.STATEMENT,
        "select * from dblink.dblink('linkspan_typed_1', 'select 1') as t(a int)",
        OptionalLong.of(0),
        "");
    trace.end();

    assertThat(told)
        .containsExactly(
            "shell -> main select * from dblink.dblink('linkspan_typed_1', 'select 1') as t(a int)",
            "main -> linkspan_typed_1 select 1",
            "shell <- main 0 rows");
  }

  @Test
  void what_counts_no_rows_is_done() {
    trace.begin(this::hear);
    exchange(Kind.STATEMENT, "alter role r login", OptionalLong.of(0), "");
    exchange(Kind.STATEMENT, "( select 1 limit 0)", OptionalLong.of(0), "");
    exchange(Kind.STATEMENT, "create table t as select 1", OptionalLong.of(1), "");
    trace.end();

    assertThat(told)
        .containsExactly(
            "shell -> main alter role r login",
            "shell <- main done",
            "shell -> main ( select 1 limit 0)",
            "shell <- main 0 rows",
            "shell -> main create table t as select 1",
            "shell <- main 1 row");
  }

  @Test
  void an_explain_that_carries_nothing_out_asks_nothing_of_the_source() {
    trace.begin(this::hear);
    exchange(
        Kind.STATEMENT,
        "EXPLAIN INSERT INTO t SELECT a FROM dblink('linkspan_archive', 'q') AS t(a int)",
        OptionalLong.empty(),
        "");
    trace.end();

    assertThat(told).noneMatch(line -> line.startsWith("main -> archive"));
  }

  @Test
  void no_password_is_told() {
    trace.begin(this::hear);
    exchange(
        Kind.STATEMENT,
        "select * from dblink('host=h password=geheim', 'select ''geheim''') as t(a text)",
        OptionalLong.of(1),
        "");
    trace.end();

    assertThat(told).isNotEmpty().noneMatch(line -> line.contains("geheim"));
  }

  @Test
  void a_worker_is_told_by_its_name_and_the_background_not_at_all() {
    trace.begin(this::hear);
    sent(Kind.STATEMENT, "BEGIN", Optional.empty(), "worker 2");
    sent(Kind.STATEMENT, "SELECT 1", Optional.empty(), "pool");
    sent(
        Kind.LOOK_UP,
        "dblink.dblink_exec('linkspan_archive', …)",
        Optional.of(new Sent.Through("archive", 0, "COMMIT")),
        "");
    trace.end();

    assertThat(told)
        .containsExactly(
            "worker 2 -> main BEGIN",
            "shell -> main dblink.dblink_exec('linkspan_archive', …)",
            "main -> archive COMMIT");
  }

  @Test
  void between_two_commands_nothing_is_told() {
    trace.begin(this::hear);
    trace.end();
    exchange(Kind.STATEMENT, "BEGIN", OptionalLong.empty(), "");

    assertThat(told).isEmpty();
  }
}
