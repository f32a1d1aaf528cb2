package io.linkspan;

/** Reads the arguments, wires the stages and gives the exit code. */
public final class Main {
  private Main() {}

  /** Starts the shell. */
  public static void main(String[] arguments) {}
}
