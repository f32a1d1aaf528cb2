package io.linkspan.report;

import io.linkspan.doctor.Diagnosis;
import io.linkspan.doctor.Mark;
import io.linkspan.doctor.Observation;
import io.linkspan.doctor.Remark;
import java.util.ArrayList;
import java.util.List;

/** What the doctor found: a line for each thing, and what is wrong with it below the line. */
public final class DoctorScreen {
  private static final int WHAT = 13;
  private static final int MARK = 6;
  private static final int INDENT = 2;

  private DoctorScreen() {}

  /** The screen. */
  public static List<Line> render(Diagnosis diagnosis, Page page) {
    List<Line> lines = new ArrayList<>();
    for (Diagnosis.Part part : diagnosis.parts()) {
      lines.add(Line.of(Style.HEADING, part.title()));
      part.observations().forEach(observation -> lines.addAll(lines(observation, page)));
    }
    lines.add(verdict(diagnosis));
    return lines;
  }

  private static List<Line> lines(Observation observation, Page page) {
    List<Line> lines = new ArrayList<>();
    int indent = INDENT + MARK + WHAT;
    for (String part :
        Wrapping.wrap(Visible.text(observation.found()), page.width() - indent, page)) {
      lines.add(
          lines.isEmpty()
              ? Line.of(" ".repeat(INDENT))
                  .plus(style(observation.mark()), page.padRight(word(observation.mark()), MARK))
                  .plus(page.padRight(observation.what(), WHAT) + part)
              : Line.of(" ".repeat(indent) + part));
    }
    for (Remark remark : observation.findings()) {
      lines.addAll(Messages.graded(remark.severity(), remark.fields(), page));
    }
    return lines;
  }

  /** Told by the word as well as by its colour. */
  private static String word(Mark mark) {
    return switch (mark) {
      case OK -> "ok";
      case NOTE -> "note";
      case UNTRIED -> "-";
      case WARNING -> "warn";
      case FAILED -> "FAIL";
    };
  }

  private static Style style(Mark mark) {
    return switch (mark) {
      case OK -> Style.GOOD;
      case NOTE, UNTRIED -> Style.DIM;
      case WARNING -> Style.WARNING;
      case FAILED -> Style.ERROR;
    };
  }

  private static Line verdict(Diagnosis diagnosis) {
    long failed = diagnosis.count(Mark.FAILED);
    if (failed > 0) {
      return Line.of(
          Style.ERROR,
          "Not ready: %s %s mending first."
              .formatted(Quantity.count(failed, "line"), failed == 1 ? "needs" : "need"));
    }
    if (diagnosis.count(Mark.UNTRIED) > 0) {
      return Line.of(Style.WARNING, "Not all was tried.");
    }
    long warnings = diagnosis.count(Mark.WARNING);
    return warnings == 0
        ? Line.of(Style.GOOD, "Ready: a copy can take this route.")
        : Line.of(
            Style.WARNING,
            "Ready, with %s: a copy can take this route."
                .formatted(Quantity.count(warnings, "warning")));
  }
}
