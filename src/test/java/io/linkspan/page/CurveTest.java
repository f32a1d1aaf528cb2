package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.page.Curve.Point;
import io.linkspan.session.Fact.Ran;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class CurveTest {
  private static Point at(int seconds, long rows) {
    return new Point(Duration.ofSeconds(seconds), rows);
  }

  @Test
  void a_run_has_a_curve_of_its_own_and_one_of_each_worker() {
    Ran ran = PageSamples.ran(PageSamples.story(), OptionalLong.of(7));

    assertThat(Curve.of(ran.receipt(), ran.course()))
        .containsExactly(
            new Curve(
                "all rows", List.of(at(0, 0), at(3, 250), at(6, 500), at(9, 750), at(12, 1_000))),
            new Curve("worker 1", List.of(at(0, 0), at(3, 250), at(6, 250), at(9, 500))),
            new Curve("worker 2", List.of(at(0, 0), at(3, 0), at(6, 250), at(9, 250))));
  }

  @Test
  void a_run_that_nobody_saw_on_its_way_tells_nothing() {
    Ran ran = PageSamples.ran(PageSamples.story(), OptionalLong.of(7));

    List<Curve> curves = Curve.of(ran.receipt(), List.of());

    assertThat(curves).containsExactly(new Curve("all rows", List.of(at(0, 0), at(12, 1_000))));
    assertThat(curves.get(0).tells()).isFalse();
  }
}
