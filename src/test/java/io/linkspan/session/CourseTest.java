package io.linkspan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CourseTest {
  private final List<String> passedOn = new ArrayList<>();
  private final Course course =
      new Course(
          new RunListener() {
            @Override
            public void progress(Progress now) {
              passedOn.add(now.rows() + " rows");
            }

            @Override
            public void remark(String text) {
              passedOn.add(text);
            }
          });

  @Test
  void everything_is_passed_on_and_what_follows_too_soon_is_not_kept() {
    course.progress(at(0, 0));
    course.progress(at(10, 1));
    course.remark("retried");
    course.progress(at(50, 2));
    assertThat(passedOn).containsExactly("0 rows", "1 rows", "retried", "2 rows");
    assertThat(course.kept()).containsExactly(at(0, 0), at(50, 2));
  }

  @Test
  void a_long_run_keeps_no_more_than_a_short_one_from_its_first_moment_on() {
    for (int second = 0; second <= 36_000; second++) {
      course.progress(at(second * 1000L, second));
    }
    assertThat(course.kept()).hasSizeLessThanOrEqualTo(600).contains(at(0, 0));
    assertThat(course.kept().get(course.kept().size() - 1).rows()).isGreaterThan(35_900);
  }

  private static Progress at(long millis, long rows) {
    return new Progress(
        "run 1",
        OptionalLong.of(1),
        rows,
        OptionalLong.empty(),
        0,
        OptionalInt.empty(),
        Duration.ofMillis(millis),
        List.of(new Progress.Worker(1, "", rows)));
  }
}
