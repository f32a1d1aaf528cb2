package io.linkspan.screen;

import io.linkspan.screen.Story.Size;
import io.linkspan.screen.Story.Step;
import io.linkspan.testing.PtyProgram;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a picture of a real session: plays a story on the program's own sandbox in a
 * pseudo-terminal and writes the last screen as SVG.
 */
public final class Recorder {
  private static final Path STORY = Path.of("src/test/resources/recorded/linkspan.txt");
  private static final Duration STILL = Duration.ofMillis(300);

  private Recorder() {}

  /**
   * Takes the file of the picture, and the words that start the program, {@code sandbox} in them.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path picture = Path.of(arguments[0]);
    List<String> command = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
    Story story = Story.read(STORY);
    Size size = story.sizes().get(0);
    try (ReachableDirectory folder = ReachableDirectory.create("recorded");
        PtyProgram program =
            PtyProgram.start(command, environment(folder.path()), size.columns(), size.rows())) {
      program.awaitScreen(screen -> screen.endsWith("archive -> main =>"));
      program.type("\f");
      program.awaitScreen(screen -> screen.equals("archive -> main =>"));
      for (Step step : story.steps()) {
        act(program, step);
      }
      still(program);
      Files.writeString(picture, SvgPicture.of(program.cells(), "linkspan sandbox"));
      // Leaving stops the servers.
      program.type("\003");
      program.awaitEndOfScreen("=>");
      program.type("quit\r");
      program.awaitExit();
    }
  }

  private static Map<String, String> environment(Path folder) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", folder.resolve("home").toString());
    variables.put("LANG", "C.UTF-8");
    variables.put("TZ", "UTC");
    variables.put("TERM", "xterm-256color");
    variables.put("LINKSPAN_SANDBOX", folder.resolve("sandbox").toString());
    return variables;
  }

  private static void act(PtyProgram program, Step step) throws InterruptedException {
    if (step instanceof Step.Type type) {
      program.type(Keys.sent(type.keys()));
    } else if (step instanceof Step.Await await) {
      program.awaitScreen(await::isIn);
      still(program);
    }
  }

  private static void still(PtyProgram program) throws InterruptedException {
    program.awaitScreen(screen -> program.quiet().compareTo(STILL) > 0);
  }
}
