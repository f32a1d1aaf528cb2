package io.linkspan.report;

import io.linkspan.pasted.StatementParts.Part;
import java.util.ArrayList;
import java.util.List;

/** What each part of a statement does: on which server, in the order of its doing. */
public final class PartsScreen {
  private PartsScreen() {}

  /** One entry for each part, under the name of its connection. */
  public static List<Line> of(List<Part> parts, Page page) {
    int width =
        parts.stream().mapToInt(p -> page.textWidth().applyAsInt(p.where())).max().orElse(0);
    List<Line> lines = new ArrayList<>();
    String before = "";
    for (Part part : parts) {
      String name = part.where().equals(before) ? "" : part.where();
      before = part.where();
      String head = "  " + page.padRight(name, width) + "  ";
      for (String text : Wrapping.wrap(Visible.text(part.text()), page.width() - width - 4, page)) {
        lines.add(Line.of(Style.NAME, head).plus(text));
        head = " ".repeat(width + 4);
      }
    }
    return lines;
  }
}
