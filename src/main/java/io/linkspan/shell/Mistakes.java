package io.linkspan.shell;

import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Quantity;
import io.linkspan.report.Style;
import io.linkspan.shell.Exchange.End;
import java.util.ArrayList;
import java.util.List;

/** Counts the mistakes in scripts that are looked at, and keeps the exit code of the worst. */
public final class Mistakes {
  /** From the least to the worst; a bug is worse than all of them. */
  private static final List<Integer> ORDER = List.of(0, 5, 3, 4, 1, 2, 130);

  private int inputs;
  private int wrong;
  private int worst;
  private String place = "";

  /** The next input stands there. */
  void at(String text) {
    place = text;
    inputs++;
  }

  /** The lines with the place of the input before the first. */
  List<Line> placed(List<Line> lines) {
    return placed(place, lines);
  }

  /** The same for an input of another place. */
  static List<Line> placed(String place, List<Line> lines) {
    if (lines.isEmpty()) {
      return lines;
    }
    List<Line> all = new ArrayList<>(lines);
    List<Line.Span> first = new ArrayList<>(List.of(new Line.Span(Style.PLAIN, place)));
    first.addAll(lines.get(0).spans());
    all.set(0, new Line(first));
    return all;
  }

  /** Takes the end of an input; gives one that lets the next be looked at. */
  End add(End end) {
    if (!end.failed()) {
      return end;
    }
    wrong++;
    if (rank(end.exitCode()) > rank(worst)) {
      worst = end.exitCode();
    }
    return new End(end.exitCode() == ExitCode.of(UserException.Kind.INTERRUPTED), 0);
  }

  private static int rank(int exitCode) {
    int rank = ORDER.indexOf(exitCode);
    return rank < 0 ? ORDER.size() : rank;
  }

  /** The exit code of the worst; 0 where nothing is wrong. */
  public int exitCode() {
    return worst;
  }

  /** How many there are, for people. */
  public Line summary() {
    String looked = Quantity.count(inputs, "input") + " checked, ";
    return wrong == 0
        ? Line.of(Style.GOOD, looked + "nothing found wrong")
        : Line.of(Style.ERROR, looked + Quantity.count(wrong, "mistake"));
  }
}
