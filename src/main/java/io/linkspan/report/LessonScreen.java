package io.linkspan.report;

import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonStep;
import io.linkspan.lesson.Places;
import io.linkspan.lesson.TextBlock;
import java.util.ArrayList;
import java.util.List;

/** Lessons as they are listed, and their steps as they are learned. */
public final class LessonScreen {
  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 88;

  private static final int LABEL = 6;

  private LessonScreen() {}

  /**
   * A lesson in the list.
   *
   * @param number by which it is called
   * @param state such as {@code done}; may be empty
   */
  public record Listed(int number, Lesson lesson, String state) {}

  /** The lessons, a line each, with what is done, and what to type next. */
  public static List<Line> list(List<Listed> lessons, String next, Page page) {
    List<Line> lines = new ArrayList<>();
    int names = widest(lessons.stream().map(each -> each.lesson().name()).toList(), page);
    int states = widest(lessons.stream().map(Listed::state).toList(), page);
    for (Listed each : lessons) {
      if (each.number() == 1 && !lines.isEmpty()) {
        lines.add(Line.EMPTY);
      }
      Line name =
          Line.of("%3d  ".formatted(each.number()))
              .plus(Style.NAME, page.padRight(each.lesson().name(), names) + "  ");
      Line line =
          states == 0 ? name : name.plus(Style.GOOD, page.padRight(each.state(), states) + "  ");
      lines.add(line.plus(each.lesson().title()));
    }
    lines.add(Line.EMPTY);
    lines.addAll(narrow(page).wrapped(next, 0));
    return lines;
  }

  private static int widest(List<String> texts, Page page) {
    return texts.stream().mapToInt(page.textWidth()).max().orElse(0);
  }

  /** What stands before the first step that is shown of a lesson. */
  public static List<Line> opening(int number, Lesson lesson, Page page) {
    Page narrow = narrow(page);
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.HEADING, "Lesson %d: %s".formatted(number, lesson.title())));
    lines.addAll(narrow.wrapped(lesson.about(), 0));
    for (Line line :
        narrow.wrapped(
            "Type at the prompt as always. learn hint helps, learn skip does the step for you,"
                + " learn quit leaves.",
            0)) {
      lines.add(Line.of(Style.DIM, line.text()));
    }
    return lines;
  }

  /**
   * A step.
   *
   * @param index from 0
   */
  public static List<Line> step(Lesson lesson, int index, Places places, Page page) {
    Page narrow = narrow(page);
    LessonStep step = lesson.steps().get(index);
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    lines.add(
        Line.of(
            Style.HEADING,
            "Step %d of %d: %s".formatted(index + 1, lesson.steps().size(), step.title())));
    lines.addAll(blocks(step.text(), 0, places, narrow));
    if (step.onlyText()) {
      lines.add(Line.of(Style.DIM, "Go on with: learn next"));
    } else {
      lines.addAll(labelled("Try:", Style.NAME, step.task(), places, narrow));
    }
    return lines;
  }

  /** What is said of a step that was achieved. */
  public static List<Line> achieved(LessonStep step, Places places, Page page) {
    List<Line> lines = new ArrayList<>();
    if (step.then().isEmpty()) {
      lines.add(Line.of(Style.GOOD, "Done."));
    } else {
      lines.addAll(labelled("Done.", Style.GOOD, step.then(), places, narrow(page)));
    }
    return lines;
  }

  /** Why a step is not achieved yet. */
  public static List<Line> notYet(String why, Page page) {
    return narrow(page).wrapped("Not yet: " + why + " For a hint: learn hint", 0).stream()
        .map(line -> Line.of(Style.DIM, line.text()))
        .toList();
  }

  /** A hint. */
  public static List<Line> hint(List<TextBlock> hint, Places places, Page page) {
    return labelled("Hint:", Style.GOOD, hint, places, narrow(page));
  }

  /** An answer that is right. */
  public static List<Line> answer(String before, LessonStep step, Places places, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.GOOD, before));
    step.right().stream()
        .flatMap(input -> places.filled(input).lines())
        .flatMap(line -> SampleText.broken(line, page.width() - 2, page).stream())
        .forEach(line -> lines.add(Line.of("  ").plus(Style.SQL, line)));
    return lines;
  }

  private static Page narrow(Page page) {
    return new Page(Math.min(page.width(), WIDEST), page.textWidth());
  }

  private static List<Line> labelled(
      String label, Style style, List<TextBlock> blocks, Places places, Page page) {
    List<Line> lines = new ArrayList<>();
    for (Line line : blocks(blocks, LABEL, places, page)) {
      String text = line.text();
      lines.add(
          lines.isEmpty() && text.startsWith(" ".repeat(LABEL))
              ? Line.of(style, label)
                  .plus(" ".repeat(LABEL - label.length()) + text.substring(LABEL))
              : line);
    }
    return lines;
  }

  private static List<Line> blocks(List<TextBlock> blocks, int indent, Places places, Page page) {
    List<Line> lines = new ArrayList<>();
    boolean proseBefore = false;
    for (TextBlock block : blocks) {
      if (block.verbatim()) {
        block.lines().stream()
            .map(places::filled)
            .flatMap(line -> SampleText.broken(line, page.width() - indent - 2, page).stream())
            .forEach(line -> lines.add(Line.of(" ".repeat(indent + 2)).plus(Style.SQL, line)));
      } else {
        if (proseBefore) {
          lines.add(Line.EMPTY);
        }
        lines.addAll(page.wrapped(places.filled(block.joined()), indent));
      }
      proseBefore = !block.verbatim();
    }
    return lines;
  }
}
