package io.linkspan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.NameIndex;
import io.linkspan.completion.Mark;
import io.linkspan.completion.UnknownNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TypedNamesTest {
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)(select|insert|update|delete|with|create|alter|drop|explain|comment|grant|copy|table)\\s.*");

  @Test
  void of_the_statements_in_all_transcripts_only_the_mistakes_are_marked() throws IOException {
    NameIndex names = tables().index();
    List<String> marked = new ArrayList<>();
    int statements = 0;

    for (Transcript transcript : Transcript.all()) {
      for (String input : transcript.inputs()) {
        String sql = input.replaceFirst("^(check|@\\w+)\\s+", "");
        if (SQL.matcher(sql).matches()) {
          statements++;
          for (Mark mark : UnknownNames.inStatement(sql, names, OptionalInt.empty())) {
            marked.add(transcript.name() + ": " + mark.what());
          }
        }
      }
    }

    assertThat(statements).isGreaterThan(100);
    assertThat(marked.stream().distinct())
        .containsExactly(
            "sql: no column \"nme\" in customers", "sql: no column \"naem\" in people");
  }

  private static CreatedTables tables() throws IOException {
    CreatedTables tables = new CreatedTables();
    for (Path folder :
        List.of(
            Transcript.FOLDER.resolve("setup"),
            Path.of("src/main/resources/io/linkspan/sandbox"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
          tables.read(Files.readString(file));
        }
      }
    }
    for (Transcript transcript : Transcript.all()) {
      for (String side : List.of("source", "target")) {
        transcript.values(side + " sql").forEach(tables::read);
        transcript.values(side + " superuser sql").forEach(tables::read);
      }
      transcript.inputs().forEach(tables::read);
    }
    return tables;
  }
}
