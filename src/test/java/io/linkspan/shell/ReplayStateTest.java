package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayStateTest {
  private static ReplayState read(String... lines) {
    return ReplayState.read(
        List.of(lines).stream().map(line -> line.replace(' ', '\t').replace('~', ' ')).toList());
  }

  @Test
  void a_run_that_was_begun_is_resumed_by_its_number() {
    ReplayState state = read("script abc /x.lks", "begun 1 run /x.lks:4:~ 6", "number 7");

    assertThat(state.goesOn()).isEqualTo("in line 4 of x.lks (run 7 is resumed)");
    assertThat(state.isUnknown()).isFalse();
    assertThat(state.lines())
        .containsExactly("done\t0\t", "begun\t1\trun\t/x.lks:4: \t6", "number\t7");
  }

  @Test
  void nobody_knows_the_end_of_a_statement_that_was_begun() {
    assertThat(read("begun 1 statement /x.lks:4:~ 0").isUnknown()).isTrue();
  }

  @Test
  void a_statement_that_failed_was_not_carried_out() {
    assertThat(read("begun 1 statement /x.lks:4:~ 0", "failed 1").isUnknown()).isFalse();
  }

  @Test
  void an_open_transaction_is_rolled_back_with_all_of_it() {
    ReplayState state =
        read(
            "begun 1 statement /x.lks:1:~ 0",
            "done 1 /x.lks:1:~",
            "begun 2 statement /x.lks:2:~ 0",
            "held 2",
            "begun 3 statement /x.lks:3:~ 0");

    assertThat(state.isUnknown()).isFalse();
    assertThat(state.done).isEqualTo(1);
    assertThat(state.goesOn()).isEqualTo("after line 1 of x.lks");
    assertThat(state.lines()).containsExactly("done\t1\t/x.lks:1: ");
  }

  @Test
  void nobody_knows_the_end_of_a_commit() {
    assertThat(read("held 2", "begun 3 commit /x.lks:3:~ 0").isUnknown()).isTrue();
  }

  @Test
  void decisions_after_what_is_done_are_made_again() {
    ReplayState state =
        read(
            "decision 0 true",
            "done 1 /x.lks:1:~",
            "decision 1 false",
            "held 2",
            "decision 2 true");

    assertThat(state.decisions()).containsExactly(true, false);
  }

  @Test
  void a_line_that_a_crash_cut_off_is_not_read() {
    assertThat(read("done 1 /x.lks:1:~", "done x").done).isEqualTo(1);
  }

  @Test
  void what_was_done_beside_an_open_transaction_is_not_rolled_back_with_it() {
    ReplayState state =
        read(
            "begun 1 begin /x.lks:1:~ 0",
            "held 1",
            "begun 2 apart /x.lks:2:~ 0",
            "apart 2",
            "begun 3 statement /x.lks:3:~ 0");

    assertThat(state.apart).containsExactly(2L);
    assertThat(state.isUnknown()).isFalse();
    assertThat(state.lines()).containsExactly("done\t0\t", "apart\t2");
  }

  @Test
  void nobody_knows_the_end_of_what_was_begun_beside_an_open_transaction() {
    assertThat(read("held 1", "begun 2 apart /x.lks:2:~ 0").isUnknown()).isTrue();
  }

  @Test
  void a_transaction_that_was_only_begun_is_begun_again() {
    assertThat(read("begun 1 begin /x.lks:1:~ 0").isUnknown()).isFalse();
  }

  @Test
  void a_commit_is_not_taken_for_that_of_another_transaction() {
    ReplayState state = read("held 1", "begun 2 commit /x.lks:2:~ 0", "torn 2 /x.lks:2:~");

    assertThat(state.torn).contains("/x.lks:2: ");
    assertThat(read("held 1", "torn 2 /x.lks:2:~", "done 3 /x.lks:3:~").torn).isEmpty();
    state.skip();
    assertThat(state.lines()).containsExactly("done\t2\t/x.lks:2: ");
  }

  @Test
  void what_was_known_counts_until_the_log_is_whole_anew() {
    ReplayState cutOff =
        read("linkspan~replay~1", "whole", "done 3 /x.lks:3:~", "", "linkspan~replay~1", "done 0 ");
    ReplayState whole =
        read("linkspan~replay~1", "whole", "done 3 /x.lks:3:~", "linkspan~replay~1", "whole");

    assertThat(cutOff.done).isEqualTo(3);
    assertThat(whole.done).isZero();
  }

  @Test
  void a_commit_that_was_carried_out_brings_all_that_was_held() {
    ReplayState state =
        read(
            "done 1 /x.lks:1:~",
            "held 2",
            "decision 2 true",
            "held 3",
            "begun 4 commit /x.lks:4:~ 0");

    state.skip();

    assertThat(state.done).isEqualTo(4);
    assertThat(state.decisions()).containsExactly(true);
    assertThat(state.lines()).containsExactly("decision\t2\ttrue", "done\t4\t/x.lks:4: ");
  }

  @Test
  void what_was_carried_out_beside_a_transaction_brings_nothing_of_it() {
    ReplayState state = read("done 1 /x.lks:1:~", "held 2", "begun 3 apart /x.lks:3:~ 0");

    state.skip();

    assertThat(state.isUnknown()).isFalse();
    assertThat(state.lines()).containsExactly("done\t1\t/x.lks:1: ", "apart\t3");
  }
}
