package io.linkspan.shell;

import io.linkspan.report.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.reader.Candidate;

/** What may be typed, a line each, for a terminal that draws nothing over. */
final class PlainList {
  /** More of them nobody reads, or wants to hear. */
  private static final int MOST = 50;

  private PlainList() {}

  static List<String> lines(List<Candidate> candidates) {
    List<String> lines = new ArrayList<>();
    candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::sort))
        .limit(MOST)
        .forEach(candidate -> lines.add(line(candidate)));
    if (candidates.size() > MOST) {
      lines.add((candidates.size() - MOST) + " more");
    }
    return lines;
  }

  private static String line(Candidate candidate) {
    String description = candidate.descr();
    String text = candidate.displ();
    return Visible.line(description == null ? text : text + "  " + description);
  }
}
