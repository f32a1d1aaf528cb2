package io.linkspan.page;

import java.util.Locale;

/** A word in a frame whose colour says how good it is; the word says so too. */
enum Badge {
  GOOD,
  WARN,
  BAD,
  PLAIN,
  SOURCE,
  BETWEEN,
  TARGET;

  Element of(String word) {
    return Element.of("span", word).styled("badge " + name().toLowerCase(Locale.ROOT));
  }
}
