package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.lesson.BuiltInLessons;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonStep;
import io.linkspan.lesson.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LessonScreenTest {
  private static final Page PAGE = new Page(80, String::length);
  private static final Places PLACES =
      new Places(
          Map.of(
              "archive.host", "127.0.0.1",
              "archive.port", "54321",
              "archive.database", "user_data_archive",
              "archive.user", "app_user"));

  @Test
  void nothing_that_the_lessons_of_the_shell_say_is_wider_than_a_terminal() {
    List<String> wide = new ArrayList<>();
    for (Lesson lesson : BuiltInLessons.all()) {
      lesson.steps().stream()
          .flatMap(step -> lines(lesson, step).stream())
          .filter(line -> line.length() > 80)
          .forEach(line -> wide.add(lesson.name() + ": " + line));
    }

    assertThat(wide).isEmpty();
  }

  @Test
  void samples_of_the_lessons_of_the_shell_need_no_breaking() {
    Page endless = new Page(Integer.MAX_VALUE, String::length);
    List<String> wide = new ArrayList<>();
    for (Lesson lesson : BuiltInLessons.all()) {
      for (LessonStep step : lesson.steps()) {
        LessonScreen.answer("", step, PLACES, endless).stream()
            .map(Line::text)
            .filter(line -> line.length() > 80)
            .forEach(line -> wide.add(lesson.name() + ": " + line));
      }
    }

    assertThat(wide).isEmpty();
  }

  @Test
  void a_lesson_has_at_most_seven_steps_and_little_text_in_each() {
    List<String> lengthy = new ArrayList<>();
    for (Lesson lesson : BuiltInLessons.all()) {
      assertThat(lesson.steps()).as(lesson.name()).hasSizeLessThanOrEqualTo(7);
      for (LessonStep step : lesson.steps()) {
        if (LessonScreen.achieved(step, PLACES, PAGE).size() > 8) {
          lengthy.add(lesson.name() + ": " + step.title());
        }
      }
    }

    assertThat(lengthy).isEmpty();
  }

  @Test
  void a_sample_that_is_too_wide_is_broken_at_blanks_and_goes_on_further_right() {
    assertThat(SampleText.broken("  select one, two from three as t(name text);", 30, PAGE))
        .containsExactly("  select one, two from three", "      as t(name text);");
  }

  @Test
  void a_sample_that_has_no_blank_stays_as_it_is() {
    String word = "x".repeat(40);

    assertThat(SampleText.broken("  " + word, 30, PAGE)).containsExactly("  " + word);
  }

  private static List<String> lines(Lesson lesson, LessonStep step) {
    int index = lesson.steps().indexOf(step);
    List<Line> lines = new ArrayList<>(LessonScreen.step(lesson, index, PLACES, PAGE));
    lines.addAll(LessonScreen.achieved(step, PLACES, PAGE));
    lines.addAll(LessonScreen.answer("One answer:", step, PLACES, PAGE));
    IntStream.range(0, step.hints().size())
        .forEach(i -> lines.addAll(LessonScreen.hint(step.hints().get(i), PLACES, PAGE)));
    return lines.stream().map(Line::text).toList();
  }
}
