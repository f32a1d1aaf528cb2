package io.linkspan.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionLogTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final SessionLog log = new SessionLog(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void steps_of_a_script_come_before_the_one_that_called_it() {
    Fact found = new Fact.Expected("inserted", "=", "1", "1", true);
    Optional<Path> script = Optional.of(Path.of("a.lks"));
    log.begin("replay a.lks", Optional.empty());
    log.begin("expect inserted = 1", script);
    log.add(found);
    log.end(true);
    log.end(false);
    assertThat(log.steps())
        .containsExactly(
            step("expect inserted = 1", script, true, false, List.of(found)),
            step("replay a.lks", Optional.empty(), false, true, List.of()));
  }

  @Test
  void the_oldest_steps_of_very_many_are_forgotten_and_counted() {
    for (int i = 0; i < SessionLog.MOST + 3; i++) {
      log.begin("say " + i, Optional.empty());
      log.end(true);
    }
    assertThat(log.steps()).hasSize(SessionLog.MOST);
    assertThat(log.steps().get(0).text()).isEqualTo("say 3");
    assertThat(log.forgotten()).isEqualTo(3);
  }

  @Test
  void what_comes_of_no_step_is_dropped() {
    log.add(new Fact.Expected("inserted", "=", "1", "1", true));
    assertThat(log.steps()).isEmpty();
  }

  private static Step step(
      String text, Optional<Path> script, boolean wentWell, boolean called, List<Fact> facts) {
    return new Step(text, script, NOON, Duration.ZERO, wentWell, called, facts);
  }
}
