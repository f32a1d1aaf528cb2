package io.linkspan.command;

import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where PostgreSQL's manual has a statement. */
final class SqlHelp {
  private SqlHelp() {}

  /**
   * The pages of the statements that begin with these words; none where no statement does.
   *
   * @param words as typed; a star at the end changes nothing
   * @param version such as {@code 15}, or {@code current}
   */
  static List<Line> of(String words, String version) {
    String asked = words.replace("*", "").strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    List<String> all = statements();
    List<String> found =
        all.contains(asked)
            ? List.of(asked)
            : all.stream().filter(name -> name.startsWith(asked)).toList();
    return found.stream().map(name -> line(name, version)).toList();
  }

  private static Line line(String name, String version) {
    // Those whose page has another name (doc/src/sgml/ref).
    String page =
        switch (name) {
          case "WITH", "TABLE" -> "SELECT";
          case "ROLLBACK TO SAVEPOINT" -> "ROLLBACK TO";
          default -> name;
        };
    return Line.of(Style.SQL, name)
        .plus(
            "  https://www.postgresql.org/docs/%s/sql-%s.html"
                .formatted(version, page.toLowerCase(Locale.ROOT).replace(" ", "")));
  }

  /** The statements of PostgreSQL 15, as its psql lists them. */
  private static List<String> statements() {
    String name = "sql-commands.txt";
    try (InputStream in = Objects.requireNonNull(SqlHelp.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
