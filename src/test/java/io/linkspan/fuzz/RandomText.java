package io.linkspan.fuzz;

import io.linkspan.pg.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that are likely to break quoting, from a seed that a failed test tells. */
final class RandomText {
  private static final List<String> PIECES =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "\\",
          "\\'",
          "$",
          "$$",
          "$remote$",
          "$remote_1$",
          "$q$",
          ";",
          "--",
          "/*",
          "*/",
          "(",
          ")",
          "[",
          "]",
          ",",
          ".",
          ":",
          "::",
          ":x",
          ":'x'",
          "=",
          "@",
          "%",
          "%s",
          "%41",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\u00a0",
          "é",
          "ß",
          "İ",
          "漢",
          "\ud83d\ude00",
          "\u202e",
          "\u0001",
          "\u007f",
          "a",
          "B",
          "x1",
          "select",
          "NULL",
          "true",
          "->",
          "{",
          "}",
          "#",
          "&",
          "?",
          "!",
          "~",
          "^",
          "0",
          "-1",
          "1e9",
          "password=",
          "host=",
          "dbname",
          "E'",
          "U&'\\0041'",
          "excluded",
          "user");

  private final Random random;

  RandomText(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Up to so many pieces; may be empty. */
  String text(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(pieces + 1); i > 0; i--) {
      text.append(of(PIECES));
    }
    return text.toString();
  }

  /** A name that PostgreSQL keeps whole: not empty, at most 63 bytes. */
  Identifier name() {
    String name = "n" + random.nextInt(1000) + text(8);
    while (name.getBytes(StandardCharsets.UTF_8).length > 63) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return new Identifier(name);
  }

  /** A password that SCRAM takes as it is: nothing that SASLprep would change or forbid. */
  String password() {
    String text = "p" + random.nextInt(1_000_000) + text(8) + random.nextInt(1_000_000);
    return text.replaceAll("[\\u0000-\\u001f\\u007f\\u00a0\\u202e]", "");
  }
}
