package io.linkspan.shell;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Which script is carried out, and which ones called it. */
final class Calls {
  private static final int MOST = 50;

  private final Deque<Path> files = new ArrayDeque<>();

  /**
   * A script begins.
   *
   * @throws UserException where it is being carried out already, or too many call one another
   */
  void enter(Path file) {
    Path real = real(file);
    if (files.contains(real)) {
      throw UserException.usage(
          "script \"%s\" calls itself: %s".formatted(file.getFileName(), chain(real)),
          "Let one script call each part once.");
    }
    if (files.size() >= MOST) {
      throw UserException.usage(
          "scripts call one another more than %d deep".formatted(MOST), "Let one call the others.");
    }
    files.push(real);
  }

  private String chain(Path last) {
    List<Path> chain = new ArrayList<>(files);
    Collections.reverse(chain);
    chain.add(last);
    return chain.subList(chain.indexOf(last), chain.size()).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(" -> "));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // Opening it will tell what is wrong.
      return file.toAbsolutePath().normalize();
    }
  }

  /** It is over. */
  void leave() {
    files.pop();
  }
}
