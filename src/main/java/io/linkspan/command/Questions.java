package io.linkspan.command;

import java.util.List;
import java.util.Optional;

/** What a command may ask the person at the terminal. */
public interface Questions {
  /** A secret typed without echo; empty where nobody can be asked. */
  Optional<String> secret(String prompt);

  /** A yes or no; {@code --yes} answers yes, and no is the answer where nobody can be asked. */
  boolean confirm(String question);

  /** Whether a yes or no can be answered at all, by a person or by {@code --yes}. */
  default boolean canAnswer() {
    return someoneThere();
  }

  /** Whether a person reads each answer before the next line: not in a script or a pipe. */
  default boolean someoneThere() {
    return false;
  }

  /** An answer of one line; empty where nobody can be asked. */
  default Optional<String> answer(String prompt) {
    return Optional.empty();
  }

  /** What was typed before, oldest first, as the history keeps it. */
  default List<String> history() {
    return List.of();
  }

  /**
   * The text as it was left in an editor; empty where nobody sits at a terminal.
   *
   * @throws io.linkspan.pg.UserException where the editor fails
   */
  default Optional<String> edited(String text) {
    return Optional.empty();
  }
}
