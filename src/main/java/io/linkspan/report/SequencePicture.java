package io.linkspan.report;

import io.linkspan.anatomy.Anatomy;
import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Step;
import java.util.ArrayList;
import java.util.List;

/** Three actors side by side, and the messages between them from top to bottom. */
final class SequencePicture {
  /** What stands before the first lane: the number of a message. */
  private static final int NUMBERS = 4;

  private static final int WIDEST = 100;
  private static final int NARROWEST = 40;

  private final Anatomy anatomy;
  private final Page page;
  private final Strokes strokes;
  private final int[] at = new int[3];
  private final List<Line> lines = new ArrayList<>();

  /** The characters that it is drawn with. */
  record Strokes(char down, char across, char right, char left, char leaves, char arrives) {
    static final Strokes UNICODE = new Strokes('│', '─', '▶', '◀', '├', '┤');
    static final Strokes ASCII = new Strokes('|', '-', '>', '<', '|', '|');
  }

  private SequencePicture(Anatomy anatomy, Page page, Strokes strokes) {
    this.anatomy = anatomy;
    this.page = page;
    this.strokes = strokes;
    int width = Math.max(NARROWEST, Math.min(WIDEST, page.width()));
    at[0] = NUMBERS + 3;
    int gap = (width - at[0] - 6) / 2;
    at[1] = at[0] + gap;
    at[2] = at[1] + gap;
  }

  /** The picture; lines of ASCII alone where the terminal has no others. */
  static List<Line> of(Anatomy anatomy, Page page, boolean ascii) {
    SequencePicture picture =
        new SequencePicture(anatomy, page, ascii ? Strokes.ASCII : Strokes.UNICODE);
    picture.heads();
    anatomy.steps().forEach(picture::step);
    return picture.lines;
  }

  /** Counted from the left. */
  private static int place(Lane lane) {
    return switch (lane) {
      case SHELL -> 0;
      case TARGET -> 1;
      case SOURCE -> 2;
    };
  }

  private void heads() {
    StringBuilder text = new StringBuilder();
    for (Lane lane : Lane.values()) {
      String name = Wrapping.cut(anatomy.actors().name(lane), (at[1] - at[0]) - 2, page);
      int wide = page.textWidth().applyAsInt(name);
      int end = page.textWidth().applyAsInt(text.toString());
      // The last name may reach beyond its lane as far as the page does.
      int begin = Math.min(at[place(lane)] - wide / 2, Math.max(0, page.width() - wide));
      text.append(" ".repeat(Math.max(0, begin - end))).append(name);
    }
    lines.add(Line.of(Style.HEADING, text.toString()));
  }

  private void step(Step step) {
    if (step.from() == step.to()) {
      happens(step);
    } else {
      message(step);
    }
  }

  private void message(Step step) {
    int low = Math.min(place(step.from()), place(step.to()));
    int high = Math.max(place(step.from()), place(step.to()));
    boolean right = place(step.from()) < place(step.to());
    int room = at[high] - at[low] - 1;
    String text = Visible.line(step.text());
    boolean ascii = strokes.equals(Strokes.ASCII);
    List<String> texts = Wrapping.wrap(ascii ? text.replace("…", "..") : text, room - 4, page);
    if (texts.size() > 2) {
      String cut = Wrapping.cut(text, room - 4, page);
      texts = List.of(ascii ? cut.replace('…', '~') : cut);
    }
    for (int i = 0; i < texts.size() - 1; i++) {
      row(i == 0 ? step.number() : 0, low, high, " " + texts.get(i), ' ', ' ');
    }
    String last = texts.get(texts.size() - 1);
    int dashes = room - page.textWidth().applyAsInt(last) - 4;
    String across = String.valueOf(strokes.across());
    String drawn =
        right
            ? across + " " + last + " " + across.repeat(Math.max(0, dashes)) + strokes.right()
            : strokes.left() + across.repeat(Math.max(0, dashes)) + " " + last + " " + across;
    row(
        texts.size() == 1 ? step.number() : 0,
        low,
        high,
        drawn,
        right ? strokes.leaves() : ' ',
        right ? ' ' : strokes.arrives());
  }

  /** A row with something between two lanes; blanks for the ends mean the lanes' own stroke. */
  private void row(int number, int low, int high, String between, char begin, char end) {
    Line line = Line.of(Style.DIM, number(number));
    int column = NUMBERS;
    for (int lane = 0; lane < at.length; lane++) {
      line = line.plus(" ".repeat(Math.max(0, at[lane] - column)));
      char stroke = lane == low && begin != ' ' ? begin : strokes.down();
      line = line.plus(Style.DIM, String.valueOf(stroke));
      column = at[lane] + 1;
      if (lane == low) {
        line = line.plus(Style.SQL, crossed(between, low, high));
        lane = high;
        column = at[high];
        line = line.plus(Style.DIM, String.valueOf(end == ' ' ? strokes.down() : end));
        column++;
      }
    }
    lines.add(line);
  }

  /** The text on all columns between two lanes; a lane that it passes is not drawn. */
  private String crossed(String between, int low, int high) {
    return page.padRight(between, at[high] - at[low] - 1);
  }

  private void happens(Step step) {
    int lane = place(step.from());
    int next = lane == 2 ? page.width() : at[lane + 1];
    List<String> texts = Wrapping.wrap(step.text(), Math.max(10, next - at[lane] - 3), page);
    for (int i = 0; i < texts.size(); i++) {
      Line line = Line.of(Style.DIM, number(i == 0 ? step.number() : 0));
      int column = NUMBERS;
      for (int each = 0; each < at.length; each++) {
        line = line.plus(" ".repeat(Math.max(0, at[each] - column)));
        line = line.plus(Style.DIM, String.valueOf(strokes.down()));
        column = at[each] + 1;
        if (each == lane) {
          line = line.plus(" " + texts.get(i));
          column += 1 + page.textWidth().applyAsInt(texts.get(i));
        }
      }
      lines.add(line);
    }
  }

  private String number(int number) {
    return number == 0
        ? " ".repeat(NUMBERS)
        : page.padLeft(String.valueOf(number), NUMBERS - 1) + " ";
  }
}
