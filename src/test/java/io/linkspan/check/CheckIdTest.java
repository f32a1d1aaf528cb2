package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CheckIdTest {
  private static final Path CHECKS = Path.of("src/main/java/io/linkspan/check");

  @Test
  void every_id_is_found_by_a_check() throws IOException {
    String code;
    try (Stream<Path> files = Files.list(CHECKS)) {
      code =
          files
              .filter(file -> !file.endsWith("CheckId.java"))
              .map(CheckIdTest::text)
              .collect(Collectors.joining());
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
              assertThat(id.finds()).matches("[A-Z].*\\.");
              assertThat(id.matters()).matches("[A-Z].*\\.");
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
