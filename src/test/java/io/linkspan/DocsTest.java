package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.connection.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents hold together, and say what the build and the commands say. */
public final class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|.*\\| ([^|]+) \\|$");

  private static final Path CONTENTS = Path.of("docs/README.md");

  /** Written by the program; one looks things up there. */
  private static final Set<Path> MADE =
      Set.of(Path.of("docs/commands.md"), Path.of("docs/checks.md"), Path.of("docs/troubles.md"));

  /** Every document of the project. */
  public static List<Path> documents() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(Path.of(""), Path.of("docs"))) {
      try (Stream<Path> found = Files.list(folder)) {
        found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  @Test
  void every_link_leads_to_a_file_and_to_a_heading_of_it() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path file : documents()) {
      String text = FENCED.matcher(Files.readString(file)).replaceAll("");
      for (MatchResult link : LINK.matcher(text).results().toList()) {
        if (!link.group(1).contains("://") && !leadsSomewhere(file, link.group(1))) {
          dead.add(file + ": " + link.group(1));
        }
      }
    }

    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(Path file, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || anchors(target).contains(parts[1]);
  }

  private static Set<String> anchors(Path file) throws IOException {
    Set<String> anchors = new TreeSet<>();
    FENCED
        .matcher(Files.readString(file))
        .replaceAll("")
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .forEach(anchors::add);
    return anchors;
  }

  @Test
  void the_table_of_contents_names_every_chapter_once() throws IOException {
    List<String> chapters = new ArrayList<>();
    for (Path file : documents()) {
      if (file.startsWith("docs") && !file.equals(CONTENTS)) {
        chapters.add(String.valueOf(file.getFileName()));
      }
    }

    List<String> named = matches("(?m)^\\| \\[[^]]+]\\(([^)]+)\\) \\|", Files.readString(CONTENTS));

    assertThat(named).containsExactlyInAnyOrderElementsOf(chapters);
  }

  @Test
  void a_chapter_begins_with_what_it_is_about_and_ends_with_the_next() throws IOException {
    List<String> others = new ArrayList<>();
    for (Path file : documents()) {
      if (file.startsWith("docs") && !file.equals(CONTENTS) && !MADE.contains(file)) {
        List<String> lines = Files.readAllLines(file);
        boolean told = lines.get(2).matches("[`\\p{Alpha}].*");
        boolean leads = lines.get(lines.size() - 1).matches("Next: \\[[^]]+]\\(.*");
        if (!told || !leads) {
          others.add(file.toString());
        }
      }
    }

    assertThat(others).isEmpty();
  }

  @Test
  void the_readme_has_at_most_150_lines() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void every_command_of_the_readme_is_in_the_reference_and_the_other_way_round()
      throws IOException {
    Environment nowhere = new Environment(Map.of(), Path.of("/nowhere"), "ann", Path.of("."));
    String reference = new LinkspanConversation(nowhere, Map.of()).reference();
    Set<String> known = new TreeSet<>(matches("(?m)^### (\\w+)$", reference));
    String readme = Files.readString(Path.of("README.md"));
    String language = readme.substring(readme.indexOf("## The language"));
    String table = language.substring(0, language.indexOf("\n## ", 1));
    Set<String> named = new TreeSet<>();
    for (String row : matches("(?m)^\\| (`.*?) \\| ", table)) {
      named.addAll(matches("`(\\w+)[^`]*`", row));
    }

    assertThat(named).isEqualTo(known);
  }

  @Test
  void every_dependency_and_plugin_of_the_build_is_explained_with_its_version() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String told = Files.readString(Path.of("docs/dependencies.md"));
    List<String> missing = new ArrayList<>();
    for (String artifact : matches("<artifactId>([^<$]+)</artifactId>", pom)) {
      if (!artifact.equals("linkspan") && !told.contains("`" + artifact + "`")) {
        missing.add(artifact);
      }
    }
    for (String version : matches("<[a-z0-9.-]+\\.version>([^<]+)</", pom)) {
      if (!told.contains(version)) {
        missing.add(version);
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void the_table_of_the_architecture_is_the_one_that_is_tested() throws IOException {
    Map<String, List<String>> told = new TreeMap<>();
    String text = Files.readString(Path.of("docs/architecture.md"));
    for (MatchResult row : ROW.matcher(text).results().toList()) {
      String imports = row.group(2).strip();
      told.put(row.group(1), imports.equals("–") ? List.of() : List.of(imports.split(", ")));
    }

    assertThat(told).isEqualTo(ArchitectureTest.MAY_IMPORT);
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
  }
}
