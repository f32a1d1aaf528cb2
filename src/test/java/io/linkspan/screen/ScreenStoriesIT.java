package io.linkspan.screen;

import io.linkspan.screen.Story.Size;
import io.linkspan.screen.Story.Step;
import io.linkspan.testing.OnServers;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import io.linkspan.testing.TestServers;
import io.linkspan.transcript.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every story of {@code src/test/resources/screens} with the real program in a
 * pseudo-terminal and compares whole screens. {@code -Dscreens.update=true} writes the files anew,
 * for review; {@code -Dscreens=NAME,…} plays some of them.
 */
@OnServers
final class ScreenStoriesIT {
  private static final boolean UPDATE = Boolean.getBoolean("screens.update");

  static Stream<Arguments> plays() {
    Set<String> wanted = Set.of(System.getProperty("screens", "").split(","));
    return Story.all().stream()
        .filter(story -> wanted.contains("") || wanted.contains(story.name()))
        .flatMap(
            story -> story.sizes().stream().map(size -> Arguments.of(story.name(), size, story)));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("plays")
  void the_screens_are_what_the_story_says(
      String name, Size size, Story story, TestServers servers, TestDatabases databases)
      throws InterruptedException {
    TestServer server = servers.server(servers.majors().get(servers.majors().size() / 2));
    Stage stage = Stage.set(story.transcript(), server, server, databases);
    List<String> arguments =
        story
            .transcript()
            .value("arguments")
            .map(words -> List.of(words.split(" ")))
            .orElse(List.of());

    List<List<String>> shown = new ArrayList<>();
    try (Session session = Session.start(stage, size, arguments)) {
      if (story.transcript().value("connected").isEmpty()) {
        session.connect();
      }
      for (Step step : story.steps()) {
        if (step instanceof Step.Look look) {
          shown.add(looked(session, story, size, look));
        } else {
          act(session, step);
        }
      }
    }

    if (UPDATE) {
      story.update(size, shown);
    }
  }

  private static void act(Session session, Step step) throws InterruptedException {
    if (step instanceof Step.Type type) {
      session.type(type.keys());
    } else if (step instanceof Step.Resize resize) {
      session.resize(resize.size());
    } else if (step instanceof Step.Await await) {
      session.await(await.text(), await::isIn);
    }
  }

  private static List<String> looked(Session session, Story story, Size size, Step.Look look)
      throws InterruptedException {
    if (UPDATE) {
      return session.settledLines(look.styles());
    }
    List<String> wanted = look.screens().getOrDefault(size, List.of());
    List<String> shown = session.awaitLines(wanted, look.styles());
    if (!shown.equals(wanted)) {
      List<String> diff =
          DiffUtils.generateUnifiedDiff(
              story.transcript().file().toString(),
              "shown at " + size,
              wanted,
              DiffUtils.diff(wanted, shown),
              wanted.size());
      throw new AssertionError(String.join("\n", diff));
    }
    return shown;
  }
}
