package io.linkspan.run;

import io.linkspan.command.CopyShell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process of its own that carries out the lines of its standard input. */
final class CopyProgram {
  private CopyProgram() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (CopyShell shell = CopyShell.unconnected()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(shell.type(line));
      }
    }
  }
}
