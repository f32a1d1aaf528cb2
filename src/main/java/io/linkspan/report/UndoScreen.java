package io.linkspan.report;

import io.linkspan.catalog.Reference;
import io.linkspan.pg.Identifier;
import io.linkspan.undo.UndoPreview;
import io.linkspan.undo.Undone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What undoing a run would do, and what it did. */
public final class UndoScreen {
  private UndoScreen() {}

  /** What would go, what would stay, and what would be set off. */
  public static List<Line> of(UndoPreview preview, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Style.HEADING, "undo of run " + preview.run().number())
            .plus(" of " + Visible.line(RunWords.copy(preview.run().entry()))));
    count(lines, "inserted", preview.run().counts().inserted(), "by the run");
    if (preview.changedSince() > 0) {
      count(lines, "staying", preview.changedSince(), "changed or deleted since");
    }
    count(lines, "going", preview.rows(), "as the run inserted them");
    consequences(preview).forEach(text -> lines.addAll(page.wrapped(Visible.line(text), 2)));
    return lines;
  }

  private static void count(List<Line> lines, String label, long rows, String remark) {
    lines.add(
        Line.of("  %-10s%10s".formatted(label, Quantity.count(rows)))
            .plus(Style.DIM, "  " + remark));
  }

  private static List<String> consequences(UndoPreview preview) {
    List<String> texts = new ArrayList<>();
    List<Identifier> triggers = preview.deletion().triggers();
    if (!triggers.isEmpty()) {
      texts.add(
          (triggers.size() == 1 ? "Trigger fires: " : "Triggers fire: ")
              + triggers.stream().map(Identifier::quoted).collect(Collectors.joining(", ")));
    }
    preview.deletion().references().forEach(reference -> texts.add(consequence(reference)));
    return texts;
  }

  private static String consequence(Reference reference) {
    String from = reference.from().quoted();
    String key = "foreign key " + reference.name().quoted();
    return switch (reference.onDelete()) {
      case CASCADE -> "Rows of %s that refer to removed ones go too (%s)".formatted(from, key);
      case SET_NULL ->
          "Rows of %s that refer to removed ones get NULL instead (%s)".formatted(from, key);
      case SET_DEFAULT ->
          "Rows of %s that refer to removed ones get the default instead (%s)".formatted(from, key);
      case NO_ACTION, RESTRICT ->
          "A row of %s that refers to a removed one would stop the undo (%s)".formatted(from, key);
    };
  }

  /** The yes-or-no that is asked before. */
  public static String question(UndoPreview preview) {
    return "Remove %s from %s?"
        .formatted(Quantity.count(preview.rows(), "row"), preview.run().entry().into());
  }

  /** What was done. */
  public static List<Line> of(Undone undone) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(
            Style.GOOD,
            "Run %d is undone: %s removed from %s."
                .formatted(
                    undone.run().number(),
                    Quantity.count(undone.removed(), "row"),
                    RunWords.into(undone.run().entry()))));
    long stayed = undone.expected() - undone.removed();
    if (stayed > 0) {
      lines.add(
          Line.of(
              Style.WARNING,
              "%s stayed: changed meanwhile, or kept by a trigger."
                  .formatted(Quantity.count(stayed, "row"))));
    }
    return lines;
  }
}
