package io.linkspan.command;

import java.nio.file.Path;

/** Where results go instead of the screen. */
public sealed interface Destination {
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
