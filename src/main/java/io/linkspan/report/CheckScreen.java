package io.linkspan.report;

import io.linkspan.check.CheckId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a check finds, why it matters, and what to do about it. */
public final class CheckScreen {
  private CheckScreen() {}

  /** All of it. */
  public static List<Line> of(CheckId id, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.NAME, id.text()).plus(Style.DIM, " (" + severities(id) + ")"));
    lines.addAll(page.wrapped(id.finds(), 2));
    lines.addAll(page.wrapped(id.matters(), 2));
    lines.addAll(page.wrapped("Cure: " + id.cure(), 2));
    return lines;
  }

  /** How grave its findings may be, in words. */
  public static String severities(CheckId id) {
    return id.severities().stream().map(Enum::name).collect(Collectors.joining(" or "));
  }
}
