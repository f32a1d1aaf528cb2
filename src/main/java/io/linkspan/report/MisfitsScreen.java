package io.linkspan.report;

import io.linkspan.misfit.Misfit;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.misfit.Misfits;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The screen of the rows that do not fit. */
public final class MisfitsScreen {
  /** Rows that are named behind the first one of a group. */
  private static final int NAMED = 3;

  private MisfitsScreen() {}

  /**
   * All groups, each with its first rows.
   *
   * @param next what mends the plan, a line each
   */
  public static List<Line> of(CopyPlan plan, Misfits found, List<String> next, Page page) {
    List<Line> lines = new ArrayList<>();
    if (found.groups().isEmpty()) {
      lines.add(Line.of(Style.GOOD, praise(found)));
    } else {
      lines.add(Line.of(Style.WARNING, head(plan, found)));
      MisfitWords words = new MisfitWords(plan, found.identity());
      found.groups().forEach(group -> lines.addAll(group(plan, found, words, group, page)));
    }
    found.unseen().forEach(unseen -> wrapped(lines, unseen(unseen), 0, page));
    boolean first = true;
    for (String way : next) {
      // Never wrapped: it is to be typed as it stands.
      lines.add(
          first
              ? Line.of(Style.GOOD, "NEXT:").plus("   " + Visible.line(way))
              : Line.of(" ".repeat(ExplanationText.NARROW) + Visible.line(way)));
      first = false;
    }
    return lines;
  }

  private static String head(CopyPlan plan, Misfits found) {
    String verb = found.rows() == 1 ? "does" : "do";
    return found.onSource()
        ? "%s cannot be read on source \"%s\""
            .formatted(
                Quantity.count(found.rows(), "row"), Visible.line(plan.source().connection()))
        : "%s of %s %s not fit"
            .formatted(Quantity.count(found.rows()), Quantity.count(found.read(), "row"), verb);
  }

  private static String praise(Misfits found) {
    return found.read() == 0
        ? "There is no row to copy."
        : found.read() == 1
            ? "The one row fits."
            : "All %s fit.".formatted(Quantity.count(found.read(), "row"));
  }

  private static String unseen(Misfits.Unseen unseen) {
    return "Column \"%s\" could not be tried: %s"
        .formatted(Visible.line(unseen.probe().name().name()), Visible.line(unseen.message()));
  }

  private static List<Line> group(
      CopyPlan plan, Misfits found, MisfitWords words, MisfitGroup group, Page page) {
    List<Line> lines = new ArrayList<>();
    Misfit first = group.examples().get(0);
    String sentence = words.sentence(group, first);
    wrapped(lines, sentence + " (SQLSTATE " + group.state().code() + ")", 2, page);
    String said = Visible.line(first.message());
    if (!said.isEmpty() && !sentence.contains(said)) {
      String side =
          found.onSource()
              ? "source \"" + plan.source().connection()
              : "target \"" + plan.target().connection();
      wrapped(lines, Visible.line(side) + "\": " + said, 4, page);
    }
    if (group.rows() > 1) {
      wrapped(lines, "and " + rest(words, group), 4, page);
    }
    return lines;
  }

  /** The other rows of a group: {@code 11 more rows: id=81 "7,20", id=90 "1,00", …}. */
  static String rest(MisfitWords words, MisfitGroup group) {
    String named =
        group.examples().stream()
            .skip(1)
            .limit(NAMED)
            .map(
                m -> {
                  Optional<String> value = words.value(group, m);
                  return words.row(m) + value.map(v -> " " + v).orElse("");
                })
            .collect(Collectors.joining(", "));
    return Quantity.count(group.rows() - 1, "more row")
        + ": "
        + named
        + (group.rows() > NAMED + 1 ? ", …" : "");
  }

  private static void wrapped(List<Line> lines, String text, int indent, Page page) {
    Wrapping.wrap(text, page.width() - indent, page)
        .forEach(part -> lines.add(Line.of(" ".repeat(indent) + part)));
  }
}
