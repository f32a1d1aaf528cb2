package io.linkspan.bench;

import java.util.List;

/**
 * A way to copy a table.
 *
 * @param words the program and its arguments, without a password
 * @param input what it reads; a password may be in it
 */
record Contender(String name, List<String> words, String input) {
  Contender {
    words = List.copyOf(words);
  }

  /** Whether it is another project's tool, which may not manage every table. */
  boolean ofOthers() {
    return name.startsWith("pg");
  }

  boolean linkspan() {
    return name.startsWith("linkspan");
  }
}
