package io.linkspan.command;

import java.nio.file.Path;

/** Where the results of a command go instead of where all go. */
public sealed interface Destination {
  /** Where all results go; on the screen, without the pager. */
  record Unpaged() implements Destination {}

  /** A file, which is written anew. */
  record OfFile(Path file) implements Destination {}

  /**
   * The input of a program.
   *
   * @param command for the operating system's shell
   * @param directory in which it starts
   */
  record OfProgram(String command, Path directory) implements Destination {}
}
