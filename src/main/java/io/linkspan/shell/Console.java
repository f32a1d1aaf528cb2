package io.linkspan.shell;

import io.linkspan.report.Line;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Where a person, a script or a pipe meets the shell. While one thread carries out a command,
 * another may print, remark and say what stands below.
 */
public interface Console extends AutoCloseable {
  /** What came of waiting for a line. */
  sealed interface Typed {
    /** A text was typed; it may have several lines. */
    record Text(String text) implements Typed {}

    /** Nothing more will come: Ctrl-D, or the end of the file. */
    record EndOfInput() implements Typed {}

    /** Ctrl-C: what was typed is dropped. */
    record Interrupted() implements Typed {}
  }

  /** Shows a line; it may wait until {@link #flush()}. */
  void print(Line line);

  /** Shows a line that is not a result: an error, a notice. */
  void remark(Line line);

  /** Where CSV and JSON go, as they are; on a terminal, what would steer it is spelled out. */
  Writer data();

  /** Brings everything that was printed before the eyes. */
  void flush();

  /**
   * Waits for a complete text after the prompt.
   *
   * @param begun what stands there already, to be gone on with
   */
  Typed read(Line prompt, String begun);

  /**
   * Waits for a secret, which is not shown and not kept; empty where nobody can be asked.
   *
   * @throws io.linkspan.pg.UserException of kind INTERRUPTED after Ctrl-C
   */
  Optional<String> secret(String prompt);

  /** Waits for a yes or no; no where nobody can be asked. */
  boolean confirm(String question);

  /** Asks whether to leave; whoever ends the input once more means it. */
  default boolean confirmLeaving(String question) {
    return confirm(question);
  }

  /** Waits for an answer of one line, which is not kept; empty where nobody can be asked. */
  default Optional<String> answer(String prompt) {
    return Optional.empty();
  }

  /** Starts a pager; empty where nobody could use one, or there is none. */
  default Optional<Pager> pager() {
    return Optional.empty();
  }

  /** Has a program use the terminal, or the streams of this process, until it ends. */
  default int program(ProcessBuilder program) throws IOException {
    throw new IOException("no program can be started here");
  }

  /** The text as it was left in an editor; empty where nobody sits at a terminal. */
  default Optional<String> edited(String text) {
    return Optional.empty();
  }

  /** The lines typed so far, oldest first, as far as they are kept. */
  default List<String> history() {
    return List.of();
  }

  /** Whether lines can stand below everything else and be drawn over: not on a dumb terminal. */
  default boolean canRedraw() {
    return false;
  }

  /**
   * Says what stands below everything that is printed, until it is said anew; no line takes it
   * away. Does nothing where nothing can be drawn over.
   */
  default void status(List<Line> lines) {}

  /** Columns of the terminal, 80 where there is none. */
  int width();

  /** Lines of the terminal, 0 where there is none. */
  default int height() {
    return 0;
  }

  /** Whether a program has it, such as a pager. */
  default boolean lent() {
    return false;
  }

  /** Whether a person sits at it. */
  boolean terminal();

  /** Whether there is somebody to answer a question, be it at the command line's end alone. */
  default boolean answers() {
    return terminal();
  }

  /** Says what Ctrl-C does while no line is waited for. */
  void interruptsGoTo(Runnable handler);

  @Override
  void close();
}
