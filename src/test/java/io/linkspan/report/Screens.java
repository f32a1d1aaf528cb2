package io.linkspan.report;

import java.util.List;
import java.util.stream.Collectors;

/** Screens as text, for tests to compare whole. */
final class Screens {
  /** Eighty columns, every character one of them but East Asian ones, which take two. */
  static final Page PAGE = page(80);

  private Screens() {}

  static Page page(int width) {
    return new Page(
        width, text -> text.codePoints().map(c -> c >= 0x2e80 && c < 0xfb00 ? 2 : 1).sum());
  }

  static String text(List<Line> lines) {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }

  static int widest(List<Line> lines) {
    return lines.stream()
        .mapToInt(line -> PAGE.textWidth().applyAsInt(line.text()))
        .max()
        .orElse(0);
  }
}
