package io.linkspan.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of a story: first its headers, lines that begin with {@code ##}, then the session.
 *
 * <p>A line of the session that begins with a prompt is typed, and so is one that begins with the
 * continuation of that prompt. {@code ***} in it is the password of {@code app_user}, quoted as its
 * place wants it. All other lines are shown. Where a script shows prompts of its own, each line
 * that is typed has a header {@code ## input: …}. A header is {@code ## KEY: VALUE}; {@link Stage}
 * and {@link Play} read them. A header without a key says what the story is about.
 *
 * @param session as it is compared, each line with its end
 */
public record Transcript(Path file, List<String> headers, String session) {
  static final Path FOLDER = Path.of("src/test/resources/transcripts");

  private static final String MARK = "##";
  private static final Pattern HEADER = Pattern.compile("## ([a-z]+(?: [a-z]+){0,2}): (.*)");
  private static final Pattern PROMPT =
      Pattern.compile(
          "((?:NAME -> )?(?:NAME|[?])?(?: \\[[^]]*])? ?[*!?]?)=>(?: (.*))?"
              .replace("NAME", "[\\w-]+(?: \\(production\\))?"));

  /** All of them, by name. */
  static List<Transcript> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Transcript::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The story of that file. */
  public static Transcript read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      int end = 0;
      while (end < lines.size() && lines.get(end).startsWith(MARK)) {
        end++;
      }
      List<String> session = lines.subList(end, lines.size());
      return new Transcript(file, List.copyOf(lines.subList(0, end)), joined(session));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The file's name without its ending. */
  public String name() {
    return file.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  /** The values of a header, in their order. */
  public List<String> values(String key) {
    return headers.stream()
        .map(HEADER::matcher)
        .filter(Matcher::matches)
        .filter(matcher -> matcher.group(1).equals(key))
        .map(matcher -> matcher.group(2))
        .toList();
  }

  /** The first value of a header. */
  public Optional<String> value(String key) {
    return values(key).stream().findFirst();
  }

  /** What is typed, one text for each input, with the line ends between its lines. */
  List<String> inputs() {
    List<String> given = values("input");
    if (!given.isEmpty()) {
      return given;
    }
    List<String> inputs = new ArrayList<>();
    String continued = "";
    for (String line : session.lines().toList()) {
      Matcher prompt = PROMPT.matcher(line);
      if (prompt.matches()) {
        inputs.add(Optional.ofNullable(prompt.group(2)).orElse(""));
        continued = Pattern.quote(prompt.group(1)) + "[-'\"$*(\\[]>(?: (.*))?";
      } else {
        Matcher more = Pattern.compile(continued).matcher(line);
        if (!continued.isEmpty() && more.matches()) {
          String text = Optional.ofNullable(more.group(1)).orElse("");
          inputs.add(inputs.remove(inputs.size() - 1) + "\n" + text);
        } else {
          continued = "";
        }
      }
    }
    return inputs;
  }

  /** Writes the file anew with what was shown, for review. */
  public void update(String shown) {
    try {
      Files.writeString(file, joined(headers) + shown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
