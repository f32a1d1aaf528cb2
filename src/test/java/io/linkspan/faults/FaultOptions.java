package io.linkspan.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What the faults are to be tried with.
 *
 * @param names the faults; empty for all
 * @param clauses how the copy is cut into pieces, as clauses of {@code plan copy}
 */
record FaultOptions(
    int rounds,
    List<String> names,
    int source,
    int target,
    int rows,
    long seed,
    String clauses,
    String shape) {
  static final String USAGE =
      """
      Usage: scripts/faults [ROUNDS] [FAULT…] [--source 15] [--target 15] [--rows 200000]
             [--seed N] [--shape plain|keyed|query] [--clauses 'batch 2000 rows workers 4']
      Faults:\
      """;

  FaultOptions {
    names = List.copyOf(names);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException where it cannot be understood
   */
  static FaultOptions parse(String... words) {
    int rounds = 1;
    int source = 15;
    int target = 15;
    int rows = 200_000;
    long seed = System.nanoTime() % 1_000_000;
    String clauses = "batch 2000 rows workers 4";
    String shape = "";
    List<String> names = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (word.matches("\\d+")) {
        rounds = Integer.parseInt(word);
      } else if (!word.startsWith("--")) {
        names.add(word);
      } else if (++i == words.length) {
        throw new IllegalArgumentException(word + " needs a value");
      } else {
        switch (word) {
          case "--source" -> source = Integer.parseInt(words[i]);
          case "--target" -> target = Integer.parseInt(words[i]);
          case "--rows" -> rows = Integer.parseInt(words[i]);
          case "--seed" -> seed = Long.parseLong(words[i]);
          case "--clauses" -> clauses = words[i];
          case "--shape" -> shape = words[i];
          default -> throw new IllegalArgumentException("unknown option " + word);
        }
      }
    }
    if (rows < 1_000 || rows % 200 != 0) {
      throw new IllegalArgumentException("--rows needs a multiple of 200 from 1000");
    }
    return new FaultOptions(rounds, names, source, target, rows, seed, clauses, shape);
  }
}
