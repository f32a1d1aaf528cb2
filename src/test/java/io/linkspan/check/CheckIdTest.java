package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CheckIdTest {
  /** Findings of plans, of statements from elsewhere, and of what is typed. */
  private static final List<Path> PACKAGES =
      Stream.of("check", "pasted", "command")
          .map(name -> Path.of("src/main/java/io/linkspan", name))
          .toList();

  /** dblink and run keep their small letters also where they begin one. */
  private static final String SENTENCE = "([A-Z]|dblink |run ).*\\.";

  @Test
  void every_id_is_found_by_a_check() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path folder : PACKAGES) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> !file.endsWith("CheckId.java"))
            .map(CheckIdTest::text)
            .forEach(code::append);
      }
    }

    assertThat(CheckId.values())
        .allSatisfy(id -> assertThat(code).contains("CheckId." + id.name()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_id_says_what_it_finds_why_it_matters_and_what_to_do() {
    assertThat(CheckId.values())
        .allSatisfy(
            id -> {
              assertThat(id.severities()).isNotEmpty();
              assertThat(id.finds()).matches(SENTENCE);
              assertThat(id.matters()).matches(SENTENCE);
              assertThat(id.cure()).isNotBlank();
            });
  }

  @Test
  void an_id_is_named_as_the_user_types_it() {
    assertThat(CheckId.named("null-keys")).contains(CheckId.NULL_KEYS);
    assertThat(CheckId.named("NULL_KEYS")).isEmpty();
    assertThat(CheckId.texts()).hasSize(CheckId.values().length).contains("likely-rename");
    assertThat(Arrays.stream(CheckId.values()).map(String::valueOf).toList())
        .isEqualTo(CheckId.texts());
  }
}
