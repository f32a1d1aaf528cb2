package io.linkspan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.connection.Environment;
import io.linkspan.testing.OnServers;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every transcript. {@code -Dtranscripts.update=true} writes the files anew, for review;
 * {@code -Dtranscripts=NAME,…} plays some of them.
 */
@OnServers
final class TranscriptIT {
  private static final boolean UPDATE = Boolean.getBoolean("transcripts.update");

  private static final TimeZone ZONE = TimeZone.getDefault();

  /** A session takes over the zone of the process. */
  @BeforeAll
  static void beInOneZone() {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @AfterAll
  static void beInTheOldZone() {
    TimeZone.setDefault(ZONE);
  }

  static List<Transcript> transcripts() {
    Set<String> wanted = Set.of(System.getProperty("transcripts", "").split(","));
    return Transcript.all().stream()
        .filter(each -> wanted.contains("") || wanted.contains(each.name()))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transcripts")
  void what_is_shown_is_what_the_transcript_says(
      Transcript transcript, TestServers servers, TestDatabases databases) throws IOException {
    Stage stage = Stage.set(transcript, servers, databases);
    SecretHunt hunt = new SecretHunt(stage);

    String shown;
    try (Play play = new Play(transcript, stage)) {
      transcript.inputs().forEach(play::type);
      play.keepHistory();
      shown = play.shown();
      hunt.searchServers();
    }

    hunt.searchShown(shown);
    compare(transcript, Volatile.settled(shown, stage));
  }

  private static void compare(Transcript transcript, String shown) throws IOException {
    if (UPDATE) {
      transcript.update(shown);
      return;
    }
    if (!shown.equals(transcript.session())) {
      Path actual = Files.createDirectories(Path.of("target/transcripts"));
      Files.writeString(actual.resolve(transcript.name() + ".txt"), shown);
      List<String> wanted = transcript.session().lines().toList();
      List<String> diff =
          DiffUtils.generateUnifiedDiff(
              transcript.file().toString(),
              "shown",
              wanted,
              DiffUtils.diff(wanted, shown.lines().toList()),
              3);
      throw new AssertionError(String.join("\n", diff));
    }
  }

  @Test
  void every_command_has_a_transcript_of_its_name() {
    Environment nowhere = new Environment(Map.of(), Path.of("/nowhere"), "ann", Path.of("."));
    String reference = new LinkspanConversation(nowhere, Map.of()).reference();
    List<String> commands =
        Pattern.compile("(?m)^### (.+)$")
            .matcher(reference)
            .results()
            .map(m -> m.group(1))
            .toList();
    List<String> told =
        Transcript.all().stream()
            .filter(each -> ("\n" + String.join("\n", each.inputs())).contains("\n" + each.name()))
            .map(Transcript::name)
            .toList();

    // The words of psql are told together.
    String typed =
        Transcript.all().stream()
            .filter(each -> each.name().startsWith("psql-"))
            .flatMap(each -> each.inputs().stream())
            .collect(Collectors.joining("\n", "\n", "\n"));
    assertThat(commands).isNotEmpty();
    assertThat(commands.stream().filter(command -> !told.contains(command)))
        .allMatch(command -> command.startsWith("\\") && typed.contains(command));
  }
}
