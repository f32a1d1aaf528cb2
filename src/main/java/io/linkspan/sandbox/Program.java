package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A program that has ended.
 *
 * @param output what it wrote to both of its streams, without white space at the ends
 */
record Program(int exitCode, String output) {

  /** Runs a program to its end, without input. */
  static Program run(Path home, List<String> command) throws IOException {
    Process process = prepare(home, command).redirectInput(new File("/dev/null")).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Program(process.waitFor(), output.strip());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UserException(
          UserException.Kind.INTERRUPTED, ErrorFields.of("stopped by the user"), e);
    }
  }

  /**
   * A program in a directory of its own: neither the user's PostgreSQL variables nor the password
   * file in the user's home reach it, and it speaks English.
   */
  static ProcessBuilder prepare(Path home, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("PG"));
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C");
    return builder;
  }

  boolean succeeded() {
    return exitCode == 0;
  }
}
