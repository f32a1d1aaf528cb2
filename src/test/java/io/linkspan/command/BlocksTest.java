package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BlocksTest {
  private final Blocks blocks = new Blocks();

  @Test
  void only_the_first_branch_whose_condition_holds_is_carried_out() {
    List<Boolean> skipped = new ArrayList<>();
    blocks.begin(false);
    skipped.add(blocks.skipping());
    blocks.orElseIf(true);
    skipped.add(blocks.skipping());
    blocks.orElseIf(true);
    skipped.add(blocks.skipping());
    blocks.orElse();
    skipped.add(blocks.skipping());
    blocks.end();
    skipped.add(blocks.skipping());

    assertThat(skipped).containsExactly(true, false, true, true, false);
  }

  @Test
  void the_else_is_carried_out_where_no_condition_held() {
    blocks.begin(false);
    blocks.orElseIf(false);
    blocks.orElse();

    assertThat(blocks.skipping()).isFalse();
  }

  @Test
  void nothing_within_a_branch_that_is_left_out_is_carried_out() {
    blocks.begin(false);
    blocks.beginOver();
    blocks.orElse();

    assertThat(blocks.skipping()).isTrue();
    assertThat(blocks.open()).isEqualTo(2);
  }

  @Test
  void no_branch_is_carried_out_of_a_condition_that_cannot_be_told() {
    blocks.enter();
    blocks.failed();
    blocks.orElse();

    assertThat(blocks.skipping()).isTrue();
  }

  @Test
  void a_script_does_not_see_what_is_open_in_the_one_that_calls_it() {
    blocks.begin(true);
    blocks.enter();
    UserException refusal = catchThrowableOfType(UserException.class, blocks::end);
    blocks.leave();

    assertThat(refusal.fields().message()).isEqualTo("\"end\" without an \"if\" before it");
    assertThat(blocks.open()).isEqualTo(1);
  }

  @Test
  void what_a_script_says_of_errors_holds_for_those_that_it_calls_and_ends_with_it() {
    blocks.enter();
    blocks.onError(true);
    blocks.enter();
    boolean called = blocks.goesOn(Optional.empty());
    blocks.leave();
    blocks.leave();

    assertThat(called).isTrue();
    assertThat(blocks.goesOn(Optional.empty())).isFalse();
    assertThat(blocks.goesOn(Optional.of("OFF"))).isTrue();
  }

  @Test
  void decisions_that_are_known_are_not_made_again() {
    List<Boolean> made = new ArrayList<>();
    blocks.decides(List.of(true, false), made::add);

    List<Boolean> held =
        List.of(blocks.decide(() -> false), blocks.decide(() -> true), blocks.decide(() -> true));

    assertThat(held).containsExactly(true, false, true);
    assertThat(made).containsExactly(true);
  }
}
