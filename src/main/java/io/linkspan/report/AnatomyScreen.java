package io.linkspan.report;

import io.linkspan.anatomy.Anatomy;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.Anatomy.Step;
import io.linkspan.anatomy.PartWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What each part of a statement does, where and when, and what would be without it. */
public final class AnatomyScreen {
  private static final int INDENT = 2;

  private final Anatomy anatomy;
  private final Page page;
  private final List<Line> lines = new ArrayList<>();

  private AnatomyScreen(Anatomy anatomy, Page page) {
    this.anatomy = anatomy;
    this.page = page;
  }

  /**
   * The picture and all parts.
   *
   * @param ascii whether the terminal has no other lines than those of ASCII
   */
  public static List<Line> of(Anatomy anatomy, Page page, boolean ascii) {
    AnatomyScreen screen = new AnatomyScreen(anatomy, page);
    screen.lines.addAll(SequencePicture.of(anatomy, page, ascii));
    anatomy.parts().forEach(part -> screen.part(part, false));
    return screen.lines;
  }

  /** The parts of that word, with all that there is to say. */
  public static List<Line> of(Anatomy anatomy, PartWord word, Page page) {
    AnatomyScreen screen = new AnatomyScreen(anatomy, page);
    anatomy.parts().stream()
        .filter(part -> part.word() == word)
        .forEach(part -> screen.part(part, true));
    return screen.lines;
  }

  private void part(Part part, boolean whole) {
    if (!lines.isEmpty()) {
      lines.add(Line.EMPTY);
    }
    lines.add(
        Line.of(Style.HEADING, part.word().text())
            .plus(
                Style.DIM,
                ": %s, on %s%s".formatted(part.word().title(), where(part), steps(part))));
    sql(part, whole);
    part.does().forEach(text -> sentence("", text));
    part.without().forEach(text -> sentence("without: ", text.replaceFirst("^Without it ", "")));
    if (whole) {
      part.more().forEach(text -> sentence("", text));
      steps(anatomy, part);
    }
  }

  private String where(Part part) {
    return anatomy.actors().name(part.where());
  }

  private String steps(Part part) {
    List<Integer> numbers = anatomy.numbers(part);
    return numbers.isEmpty()
        ? ""
        : (numbers.size() == 1 ? ", step " : ", steps ")
            + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void sql(Part part, boolean whole) {
    if (part.sql().isEmpty()) {
      return;
    }
    List<String> texts =
        whole
            ? part.sql()
                .lines()
                .flatMap(line -> Wrapping.wrap(line, page.width() - 2 * INDENT, page).stream())
                .toList()
            : List.of(Wrapping.cut(part.sql(), page.width() - 2 * INDENT, page));
    texts.forEach(
        text -> lines.add(Line.of(Style.SQL, " ".repeat(2 * INDENT) + Visible.text(text))));
  }

  private void sentence(String label, String text) {
    List<String> texts = Wrapping.wrap(label + Visible.text(text), page.width() - INDENT, page);
    for (int i = 0; i < texts.size(); i++) {
      Line start = Line.of(" ".repeat(INDENT));
      lines.add(
          i == 0 && !label.isEmpty()
              ? start.plus(Style.WARNING, label).plus(texts.get(0).substring(label.length()))
              : start.plus(texts.get(i)));
    }
  }

  private void steps(Anatomy all, Part part) {
    for (Step step : all.of(part)) {
      String way =
          step.from() == step.to()
              ? all.actors().name(step.from())
              : all.actors().name(step.from()) + " -> " + all.actors().name(step.to());
      Line line = Line.of(Style.DIM, "  step %d, %s: ".formatted(step.number(), way));
      lines.add(page.cut(line.plus(step.text())));
    }
  }
}
