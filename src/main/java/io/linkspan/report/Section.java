package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/** A heading with named entries under it, wrapped to the page; nothing where there is no entry. */
record Section(String heading, List<Entry> entries) {

  /** A name and what is to be said of it, in one sentence. */
  record Entry(String name, String text) {}

  List<Line> render(Page page) {
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>(List.of(Line.EMPTY, Line.of(Style.HEADING, heading)));
    entries.forEach(entry -> lines.addAll(lines(entry, page)));
    return lines;
  }

  private static List<Line> lines(Entry entry, Page page) {
    List<Line> lines = new ArrayList<>();
    for (String text : Wrapping.wrap(entry.name() + ": " + entry.text(), page.width() - 4, page)) {
      if (!lines.isEmpty()) {
        lines.add(Line.of("    " + text));
      } else if (text.startsWith(entry.name())) {
        lines.add(
            Line.of("  ")
                .plus(Style.NAME, entry.name())
                .plus(text.substring(entry.name().length())));
      } else {
        lines.add(Line.of("  " + text));
      }
    }
    return lines;
  }
}
