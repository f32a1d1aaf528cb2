package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.TransactionStatus;
import io.linkspan.session.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptInputsTest {
  private final KeptInputs inputs = new KeptInputs(text -> text);

  @Test
  void a_transaction_that_was_committed_is_kept_as_typed() {
    open("begin;");
    open("insert into names values (1);");
    idle("commit;");
    idle("insert into names values (2);");

    assertThat(kept())
        .containsExactly(
            "begin;", "insert into names values (1);", "commit;", "insert into names values (2);");
  }

  @Test
  void a_commit_that_a_server_answered_with_rollback_brings_nothing() {
    idle("insert into names values (1);");
    open("begin;");
    open("insert into names values (2);");
    step("select 1/0;", false, Map.of("main", TransactionStatus.FAILED));
    idle("commit;");
    idle("insert into names values (3);");

    assertThat(kept())
        .containsExactly("insert into names values (1);", "insert into names values (3);");
  }

  @Test
  void what_was_rolled_back_goes_with_what_was_expected_of_it() {
    open("begin;");
    open("delete from names;");
    open("expect (select count(*) from names) = 0");
    idle("rollback;");

    assertThat(kept()).isEmpty();
  }

  @Test
  void what_a_lost_connection_rolled_back_goes() {
    open("begin;");
    open("insert into names values (1);");
    step("insert into names values (2);", false, Map.of());
    idle("say 'still here'");

    assertThat(kept()).containsExactly("say 'still here'");
  }

  @Test
  void a_commit_that_failed_brings_nothing() {
    open("begin;");
    open("insert into names values (1);");
    step("commit;", false, Map.of());

    assertThat(kept()).isEmpty();
  }

  @Test
  void a_transaction_that_is_open_is_not_kept_yet() {
    idle("insert into names values (1);");
    open("begin;");
    open("insert into names values (2);");

    assertThat(kept()).containsExactly("insert into names values (1);");
    assertThat(inputs.someAreOpen()).isTrue();
  }

  @Test
  void an_error_that_a_savepoint_mends_takes_nothing_else_with_it() {
    open("begin;");
    open("savepoint s;");
    step("select 1/0;", false, Map.of("main", TransactionStatus.FAILED));
    open("rollback to s;");
    open("insert into names values (1);");
    idle("commit;");

    assertThat(kept())
        .containsExactly(
            "begin;", "savepoint s;", "rollback to s;", "insert into names values (1);", "commit;");
  }

  @Test
  void what_another_server_did_meanwhile_stays() {
    open("begin;");
    open("@archive update names set seen = true;");
    open("insert into names values (1);");
    idle("rollback;");

    assertThat(kept()).containsExactly("@archive update names set seen = true;");
  }

  @Test
  void a_transaction_that_follows_another_at_once_is_kept_as_typed() {
    open("begin;");
    open("insert into names values (1);");
    open("commit and chain;");
    open("insert into names values (2);");
    idle("rollback;");

    assertThat(kept())
        .containsExactly(
            "begin;",
            "insert into names values (1);",
            "commit and chain;",
            "insert into names values (2);",
            "rollback;");
  }

  private List<String> kept() {
    return inputs.all().stream().map(KeptInput::text).toList();
  }

  private void idle(String text) {
    step(text, true, Map.of());
  }

  private void open(String text) {
    step(text, true, Map.of("main", TransactionStatus.OPEN));
  }

  private void step(String text, boolean wentWell, Map<String, TransactionStatus> after) {
    Step step =
        new Step(text, Optional.empty(), Instant.EPOCH, Duration.ZERO, wentWell, false, List.of());
    inputs.add(step, "archive -> main", new Sessions("main", after));
  }
}
