package io.linkspan.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code scripts/docs} runs this with {@code -Ddocs.update=true}, which writes the file anew. */
final class TroublesPageTest {
  private static final Path FILE = Path.of("docs/troubles.md");

  @Test
  void the_page_of_troubles_in_docs_is_what_the_catalogue_says() throws IOException {
    String page = TroublesPage.text();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(FILE, page);
    }

    assertThat(Files.readString(FILE)).as("stale? run scripts/docs").isEqualTo(page);
  }
}
