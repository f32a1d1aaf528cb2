package io.linkspan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.DocsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documents show is an excerpt of a transcript that is played on real servers. A block of
 * theirs that begins with {@code ```text NAME} is taken from that transcript: whole answers in
 * their order, where a line {@code …} stands for the lines that were left out between the first and
 * the last lines of an answer. {@code -Ddocs.update=true} writes the answers anew, for review.
 */
final class DocTranscriptsTest {
  private static final boolean UPDATE = Boolean.getBoolean("docs.update");
  private static final String LEFT_OUT = "…";
  private static final Pattern FENCE = Pattern.compile("```text ([a-z-]+)");
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:[\\w-]+(?: \\(production\\))? -> )?[\\w?-]*(?: \\(production\\))?(?: \\[[^]]*])? ?[*!?]?=>(?: .*)?");
  private static final Pattern TYPED_COMMAND = Pattern.compile("(?=.*=> \\S)" + TYPED.pattern());

  /** Its sessions are written by the test that compares it, from a transcript of its own. */
  private static final Set<Path> MADE = Set.of(Path.of("docs/checks.md"));

  private static final Pattern TIME = Pattern.compile(" *\\b\\d+(?:\\.\\d)? (?:ms|s)\\b");
  private static final Pattern MOMENT =
      Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:[\\d.+…]*");
  private static final Pattern SPEED = Pattern.compile("\\b[\\d,]+ rows/s");

  /** One typed line and the lines that answered it. */
  private record Answered(String typed, List<String> answer) {}

  @TestFactory
  Stream<DynamicTest> a_document_shows_what_a_transcript_says() throws IOException {
    return DocsTest.documents().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> compare(file)));
  }

  /** A session in a document that no transcript vouches for would grow old unseen. */
  @Test
  void every_session_in_a_document_is_taken_from_a_transcript() throws IOException {
    List<String> untold = new ArrayList<>();
    for (Path file : DocsTest.documents()) {
      String fence = "";
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("```")) {
          fence = fence.isEmpty() ? line : "";
        } else if (!fence.isEmpty()
            && !FENCE.matcher(fence).matches()
            && TYPED_COMMAND.matcher(line).matches()
            && !MADE.contains(file)) {
          untold.add(file + ": " + line);
        }
      }
    }

    assertThat(untold).isEmpty();
  }

  private static void compare(Path file) throws IOException {
    List<String> before = Files.readAllLines(file);
    List<String> after = rewritten(file, before);
    if (UPDATE && !after.equals(before)) {
      Files.write(file, after);
    } else {
      assertThat(String.join("\n", before)).isEqualTo(String.join("\n", after));
    }
  }

  private static List<String> rewritten(Path file, List<String> lines) {
    List<String> result = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      result.add(lines.get(at));
      Matcher fence = FENCE.matcher(lines.get(at));
      at++;
      if (fence.matches()) {
        int end = at + lines.subList(at, lines.size()).indexOf("```");
        result.addAll(block(file, fence.group(1), lines.subList(at, end)));
        at = end;
      }
    }
    return result;
  }

  private static List<String> block(Path file, String name, List<String> shown) {
    Transcript transcript =
        Transcript.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    List<Answered> played = answered(transcript.session().lines().toList());
    List<String> result = new ArrayList<>();
    int from = 0;
    for (Answered part : answered(shown)) {
      int at = next(played, from, part.typed());
      assertThat(at).as("%s, %s: %s", file, name, part.typed()).isNotNegative();
      from = at + 1;
      result.add(part.typed());
      result.addAll(excerpt(part.answer(), played.get(at).answer()));
    }
    return result;
  }

  /** Where that is typed next, for the same line may be typed, and answered, more than once. */
  private static int next(List<Answered> played, int from, String typed) {
    for (int at = from; at < played.size(); at++) {
      if (played.get(at).typed().equals(typed)) {
        return at;
      }
    }
    return -1;
  }

  private static List<Answered> answered(List<String> lines) {
    List<Answered> result = new ArrayList<>();
    for (String line : lines) {
      if (TYPED.matcher(line).matches()) {
        result.add(new Answered(line, new ArrayList<>()));
      } else {
        result.get(result.size() - 1).answer().add(line);
      }
    }
    return result;
  }

  /** As many of the first and the last lines as are shown; all where nothing was left out. */
  private static List<String> excerpt(List<String> shown, List<String> answer) {
    int gap = shown.indexOf(LEFT_OUT);
    if (gap < 0 || shown.size() > answer.size()) {
      return kept(shown, answer);
    }
    int last = shown.size() - gap - 1;
    List<String> result = new ArrayList<>(answer.subList(0, gap));
    result.add(LEFT_OUT);
    result.addAll(answer.subList(answer.size() - last, answer.size()));
    return kept(shown, result);
  }

  /** Times differ from one play to the next; a document may keep those that it shows. */
  private static List<String> kept(List<String> shown, List<String> answer) {
    List<String> result = new ArrayList<>(answer);
    for (int i = 0; i < Math.min(shown.size(), answer.size()); i++) {
      if (settled(shown.get(i)).equals(settled(answer.get(i)))) {
        result.set(i, shown.get(i));
      }
    }
    return Collections.unmodifiableList(result);
  }

  private static String settled(String line) {
    String text = MOMENT.matcher(line).replaceAll("MOMENT");
    return SPEED.matcher(TIME.matcher(text).replaceAll(" TIME")).replaceAll("SPEED");
  }
}
