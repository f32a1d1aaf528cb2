package io.linkspan.command;

import java.util.Optional;

/** What a command may ask the person at the terminal. */
public interface Questions {
  /** A secret typed without echo; empty where nobody can be asked. */
  Optional<String> secret(String prompt);

  /** A yes or no; {@code --yes} answers yes, and no is the answer where nobody can be asked. */
  boolean confirm(String question);
}
