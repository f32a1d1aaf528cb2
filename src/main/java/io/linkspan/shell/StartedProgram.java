package io.linkspan.shell;

import io.linkspan.command.Outcome;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;

/** A program that has the terminal, or the streams of this process, until it ends. */
final class StartedProgram {
  private StartedProgram() {}

  /**
   * Runs it; gives its exit code.
   *
   * @param aside whether what it prints goes where errors go
   * @throws UserException where it cannot be started
   */
  static int run(Console console, Outcome.Program program, boolean aside) {
    try {
      String command = aside ? EventOutput.aside(program.command()) : program.command();
      ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
      return console.program(builder.directory(program.directory().toFile()).inheritIO());
    } catch (IOException e) {
      ErrorFields fields = ErrorFields.of("could not start the program: " + e.getMessage());
      throw new UserException(UserException.Kind.USAGE, fields, e);
    }
  }
}
