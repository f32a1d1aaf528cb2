package io.linkspan.sandbox;

import io.linkspan.testing.Jdbc;
import java.io.IOException;
import java.nio.file.Path;

/** A shell with a sandbox in short: starts one, says where it is, waits for the end of input. */
final class SandboxProgram {
  private SandboxProgram() {}

  /** Takes the directory. */
  public static void main(String[] arguments) throws IOException {
    try (Sandbox sandbox = Sandbox.start(Path.of(arguments[0]), Jdbc::execute)) {
      System.out.println(sandbox.directory());
      System.out.flush();
      System.in.transferTo(System.out);
    }
  }
}
