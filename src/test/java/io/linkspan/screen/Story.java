package io.linkspan.screen;

import io.linkspan.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file that tells what is typed at the shell in a terminal, and which screens come of it. First
 * its headers, as a transcript has them, then its steps:
 *
 * <ul>
 *   <li>{@code > KEYS} – is typed, as {@link Keys} has it; {@code > <resize 100x30>} is a resize
 *   <li>{@code ? TEXT} – waits until the screen has that text and nothing is drawn any more
 *   <li>{@code $ TEXT} – the same until the screen ends with that text, as with a prompt
 *   <li>{@code =} or {@code = styles} – compares the whole screen, or that and its styles, with
 *       what follows for each size that the story is played at: {@code 80x24}, then the rows, each
 *       behind {@code |}, without blanks at their ends and blank rows at the end, then styled runs,
 *       each behind {@code :}
 *   <li>{@code # …} – a remark
 * </ul>
 *
 * <p>Headers of its own: {@code sizes: 80x24 120x40}, which is what a story has that does not say;
 * {@code arguments: …} of the program.
 */
record Story(Transcript transcript, List<Step> steps) {
  static final Path FOLDER = Path.of("src/test/resources/screens");

  /** What is done at one moment. */
  sealed interface Step {
    /** Keys are typed. */
    record Type(String keys) implements Step {}

    /** The terminal gets another size. */
    record Resize(Size size) implements Step {}

    /**
     * The screen is waited for.
     *
     * @param atEnd whether the text is to be its last
     */
    record Await(String text, boolean atEnd) implements Step {
      boolean isIn(String screen) {
        return atEnd ? screen.endsWith(text) : screen.contains(text);
      }
    }

    /**
     * The screen is compared.
     *
     * @param screens by the size at which the story began
     */
    record Look(boolean styles, Map<Size, List<String>> screens) implements Step {}

    /** A line that is only read by people. */
    record Remark(String line) implements Step {}
  }

  /** Of a terminal, in characters. */
  record Size(int columns, int rows) {
    static Size parse(String text) {
      String[] parts = text.strip().split("x", 2);
      return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
      return columns + "x" + rows;
    }
  }

  /** All stories, by name. */
  static List<Story> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Story::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Story read(Path file) {
    Transcript transcript = Transcript.read(file);
    return new Story(transcript, steps(transcript.session().lines().toList()));
  }

  private static List<Step> steps(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    List<String> screen = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("|") || line.startsWith(":")) {
        screen.add(line);
      } else if (line.matches("\\d+x\\d+")) {
        screen = new ArrayList<>();
        ((Step.Look) steps.get(steps.size() - 1)).screens().put(Size.parse(line), screen);
      } else {
        steps.add(step(line));
      }
    }
    return steps;
  }

  private static Step step(String line) {
    if (line.startsWith("> <resize ")) {
      return new Step.Resize(Size.parse(line.substring("> <resize ".length()).replace(">", "")));
    }
    if (line.startsWith("> ")) {
      return new Step.Type(line.substring(2));
    }
    if (line.startsWith("? ") || line.startsWith("$ ")) {
      return new Step.Await(line.substring(2), line.startsWith("$"));
    }
    if (line.equals("=") || line.equals("= styles")) {
      return new Step.Look(line.endsWith("styles"), new LinkedHashMap<>());
    }
    if (line.isEmpty() || line.startsWith("#")) {
      return new Step.Remark(line);
    }
    throw new IllegalArgumentException("no step of a story: " + line);
  }

  String name() {
    return transcript.name();
  }

  List<Size> sizes() {
    String sizes = transcript.value("sizes").orElse("80x24 120x40");
    return Stream.of(sizes.split(" ")).map(Size::parse).toList();
  }

  /** Writes what was shown at that size into the file, for review. */
  void update(Size size, List<List<String>> shown) {
    Story now = read(transcript.file());
    int looks = 0;
    for (Step step : now.steps()) {
      if (step instanceof Step.Look look) {
        look.screens().put(size, shown.get(looks++));
        look.screens().keySet().retainAll(sizes());
      }
    }
    now.transcript().update(now.text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Step.Type type) {
        text.append("> ").append(type.keys()).append('\n');
      } else if (step instanceof Step.Resize resize) {
        text.append("> <resize ").append(resize.size()).append(">\n");
      } else if (step instanceof Step.Await await) {
        text.append(await.atEnd() ? "$ " : "? ").append(await.text()).append('\n');
      } else if (step instanceof Step.Remark remark) {
        text.append(remark.line()).append('\n');
      } else if (step instanceof Step.Look look) {
        text.append(look.styles() ? "= styles\n" : "=\n");
        look.screens()
            .forEach(
                (size, screen) ->
                    text.append(size).append('\n').append(String.join("\n", screen)).append('\n'));
      }
    }
    return text.toString();
  }
}
