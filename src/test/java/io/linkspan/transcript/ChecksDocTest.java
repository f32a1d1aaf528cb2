package io.linkspan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.check.CheckId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/checks.md is made of the catalogue of checks and of what each of them finds in a transcript,
 * where a comment with its id stands before it. {@code -Ddocs.update=true} writes the file anew.
 */
final class ChecksDocTest {
  private static final Path FILE = Path.of("docs/checks.md");
  private static final List<String> TRANSCRIPTS =
      List.of("check", "check-link", "check-server", "check-elsewhere", "edit");
  private static final Pattern COMMENT = Pattern.compile(".*=> -- ([a-z]+(?:-[a-z]+)+)");
  private static final Pattern ANY_COMMENT = Pattern.compile(".*=> -- .*");
  private static final Pattern TYPED = Pattern.compile(".*=> .*");
  private static final Pattern MESSAGE = Pattern.compile("(ERROR|WARNING|NOTE): .*");
  private static final String START =
      """
      # Checks

      Every plan is checked before it runs, and again by `check`. An ERROR refuses the
      run; with a WARNING it goes on, and rows or values may be lost or changed; a NOTE
      is worth knowing. `help` with an id of these says the same in the shell.

      Each example is what the check found on real servers.
      """;

  /** A typed line, and what was found. */
  private record Example(String typed, boolean whole, List<String> found) {
    String markdown() {
      String leftOut = whole ? "" : "…\n";
      return "```text\n" + typed + "\n" + leftOut + String.join("\n", found) + "\n```\n";
    }
  }

  private static Map<String, Example> examples() {
    Map<String, Example> examples = new TreeMap<>();
    for (Transcript transcript : Transcript.all()) {
      if (TRANSCRIPTS.contains(transcript.name())) {
        examples(transcript.session().lines().toList(), examples);
      }
    }
    return examples;
  }

  private static void examples(List<String> lines, Map<String, Example> examples) {
    String id = "";
    int typed = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (ANY_COMMENT.matcher(line).matches()) {
        var comment = COMMENT.matcher(line);
        id = comment.matches() ? comment.group(1) : "";
      } else if (TYPED.matcher(line).matches()) {
        typed = i;
      } else if (!id.isEmpty() && MESSAGE.matcher(line).matches() && !examples.containsKey(id)) {
        int end = i;
        while (end < lines.size()
            && !lines.get(end).isEmpty()
            && !TYPED.matcher(lines.get(end)).matches()) {
          end++;
        }
        examples.put(id, new Example(lines.get(typed), i == typed + 1, lines.subList(i, end)));
      }
    }
  }

  @Test
  void every_check_has_an_example_and_every_example_a_check() {
    assertThat(examples().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CheckId.values()).map(CheckId::text).toList());
  }

  @Test
  void an_example_is_as_grave_as_the_catalogue_says() {
    List<String> wrong = new ArrayList<>();
    examples()
        .forEach(
            (id, example) -> {
              List<String> said =
                  CheckId.named(id).orElseThrow().severities().stream().map(Enum::name).toList();
              if (example.found().stream()
                  .noneMatch(line -> said.stream().anyMatch(s -> line.startsWith(s + ":")))) {
                wrong.add(id);
              }
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_page_of_the_checks_is_what_the_catalogue_and_the_transcripts_say() throws IOException {
    StringBuilder page = new StringBuilder(START);
    Map<String, Example> examples = examples();
    page.append("\n| check | how grave |\n|---|---|\n");
    for (CheckId id : CheckId.values()) {
      page.append("| [`%s`](#%s) | %s |\n".formatted(id, id, severities(id)));
    }
    for (CheckId id : CheckId.values()) {
      page.append("\n## `%s`\n\n".formatted(id));
      page.append("**Finds** (%s): %s\n\n".formatted(severities(id), id.finds()));
      page.append("**Why it matters:** %s\n\n".formatted(id.matters()));
      page.append("**What to do:** %s\n\n".formatted(id.cure()));
      page.append(examples.get(id.text()).markdown());
    }
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(FILE, page.toString());
    }

    assertThat(Files.readString(FILE)).as("stale? run scripts/docs").isEqualTo(page.toString());
  }

  private static String severities(CheckId id) {
    return id.severities().stream().map(Enum::name).collect(Collectors.joining(" or "));
  }
}
