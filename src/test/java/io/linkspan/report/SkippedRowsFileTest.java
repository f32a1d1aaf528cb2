package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.linkspan.pg.UserException;
import io.linkspan.run.SkippedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SkippedRowsFileTest {
  private static final List<String> COLUMNS = List.of("id", "name");

  private static final List<SkippedRow> ROWS =
      List.of(
          new SkippedRow(
              "users_pkey", "target", values("1", ""), Optional.of(values("1", "Bo, \"B\""))),
          new SkippedRow("users_name_key", "source", values("2", "NULL"), Optional.empty()));

  @TempDir Path folder;

  private static List<Optional<String>> values(String... values) {
    return Arrays.stream(values)
        .map(v -> v.equals("NULL") ? Optional.<String>empty() : Optional.of(v))
        .toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).toList();
    }
  }

  private static void refusal(Path file, Consumer<UserException> check) {
    assertThatThrownBy(() -> SkippedRowsFile.create(file, COLUMNS))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(UserException.Kind.USAGE);
              assertThat(e.fields().hint()).isPresent();
              check.accept(e);
            });
  }

  @Test
  void csv_has_a_heading_and_tells_null_from_the_empty_text() throws IOException {
    Path file = folder.resolve("skipped.csv");

    try (SkippedRowsFile skipped = SkippedRowsFile.create(file, COLUMNS)) {
      skipped.append(ROWS);
      assertThat(skipped.rows()).isEqualTo(2);
    }

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            key,clash,id,name,there_id,there_name
            users_pkey,target,1,"",1,"Bo, ""B""\"
            users_name_key,source,2,,,
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"skipped.json", "skipped.JSONL"})
  void json_is_one_object_a_line(String name) throws IOException {
    Path file = folder.resolve(name);

    try (SkippedRowsFile skipped = SkippedRowsFile.create(file, COLUMNS)) {
      skipped.append(ROWS);
    }

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"key":"users_pkey","clash":"target","row":{"id":"1","name":""},\
            "there":{"id":"1","name":"Bo, \\"B\\""}}
            {"key":"users_name_key","clash":"source","row":{"id":"2","name":null},"there":null}
            """);
  }

  @Test
  void the_file_takes_its_name_at_the_end_and_is_for_the_user_alone() throws IOException {
    Path file = folder.resolve("skipped.csv");

    SkippedRowsFile skipped = SkippedRowsFile.create(file, COLUMNS);
    skipped.append(ROWS);
    assertThat(names()).singleElement().asString().startsWith(".skipped.csv.").endsWith(".part");
    skipped.close();
    skipped.close();

    assertThat(names()).containsExactly("skipped.csv");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void without_rows_there_is_the_heading_alone() throws IOException {
    Path file = folder.resolve("skipped");

    SkippedRowsFile.create(file, COLUMNS).close();

    assertThat(Files.readString(file)).isEqualTo("key,clash,id,name,there_id,there_name\n");
  }

  @Test
  void abandoned_it_leaves_nothing_behind() throws IOException {
    try (SkippedRowsFile skipped = SkippedRowsFile.create(folder.resolve("skipped.csv"), COLUMNS)) {
      skipped.append(ROWS);
      skipped.abandon();
    }

    assertThat(names()).isEmpty();
  }

  @Test
  void a_file_that_is_there_is_refused_and_left_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("skipped.csv"), "mine");

    refusal(
        file,
        e -> {
          assertThat(e).hasMessage("file \"" + file + "\" already exists");
          assertThat(e.fields().detail()).isPresent();
        });
    assertThat(names()).containsExactly("skipped.csv");
    assertThat(Files.readString(file)).isEqualTo("mine");
  }

  @Test
  void a_file_that_comes_to_exist_meanwhile_is_left_and_the_rows_are_kept() throws IOException {
    Path file = folder.resolve("skipped.csv");
    SkippedRowsFile skipped = SkippedRowsFile.create(file, COLUMNS);
    skipped.append(ROWS);
    Path part = folder.resolve(names().get(0));
    Files.writeString(file, "mine");

    assertThatThrownBy(skipped::close)
        .isInstanceOfSatisfying(
            UserException.class,
            e -> assertThat(e.fields().detail().orElseThrow()).contains(part.toString()))
        .hasMessage("could not write file \"" + file + "\": it has come to exist meanwhile");

    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(Files.readAllLines(part)).hasSize(3);
  }

  @Test
  void a_missing_directory_is_refused() {
    Path file = folder.resolve("none").resolve("skipped.csv");

    refusal(
        file,
        e ->
            assertThat(e)
                .hasMessage(
                    "could not write file \"%s\": directory \"%s\" does not exist"
                        .formatted(file, file.getParent())));
  }

  @Test
  void a_directory_that_is_a_file_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("skipped.csv");

    refusal(file, e -> assertThat(e.getMessage()).endsWith("\" is no directory"));
  }

  @Test
  void a_directory_in_place_of_a_file_is_refused() {
    refusal(folder, e -> assertThat(e.getMessage()).endsWith("it is a directory"));
  }

  @Test
  void a_directory_that_may_not_be_written_is_refused() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
    assumeThat(Files.isWritable(locked)).as("root may write everywhere").isFalse();

    refusal(
        locked.resolve("skipped.csv"),
        e -> assertThat(e.getMessage()).endsWith("permission denied"));
  }

  @Test
  void a_row_of_other_columns_is_a_bug() {
    SkippedRow row = new SkippedRow("k", "source", values("1"), Optional.empty());
    try (SkippedRowsFile skipped = SkippedRowsFile.create(folder.resolve("skipped.csv"), COLUMNS)) {

      assertThatThrownBy(() -> skipped.append(List.of(row)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
