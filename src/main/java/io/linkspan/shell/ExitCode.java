package io.linkspan.shell;

import io.linkspan.pg.UserException;

/** What the process tells the one that started it. */
public final class ExitCode {
  public static final int DONE = 0;

  /** A bug: EX_SOFTWARE of sysexits.h. */
  public static final int INTERNAL_ERROR = 70;

  private ExitCode() {}

  /** The code for an error that ended a script. */
  public static int of(UserException.Kind kind) {
    return switch (kind) {
      case USAGE -> 1;
      case CONNECTION -> 2;
      case CHECK -> 3;
      case SERVER -> 4;
      case DIFFERENCE -> 5;
      case INTERRUPTED -> 130;
    };
  }
}
