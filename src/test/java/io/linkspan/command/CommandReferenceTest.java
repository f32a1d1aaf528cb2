package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code scripts/docs} runs this with {@code -Ddocs.update=true}, which writes the file anew. */
final class CommandReferenceTest {
  private static final Path FILE = Path.of("docs/commands.md");

  @Test
  void the_command_reference_in_docs_is_what_the_commands_say() throws IOException {
    Environment nowhere = new Environment(Map.of(), Path.of("/nowhere"), "ann", Path.of("."));
    String reference = new LinkspanConversation(nowhere, Map.of()).reference();
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, reference);
    }

    assertThat(Files.readString(FILE)).as("stale? run scripts/docs").isEqualTo(reference);
  }
}
