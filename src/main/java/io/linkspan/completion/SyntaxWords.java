package io.linkspan.completion;

import java.util.Set;

/** Words without quotes that stand for something of SQL's own more often than for a column. */
final class SyntaxWords {
  private static final Set<String> WORDS =
      Set.of(
          ("absent at by conditional content current day default document double empty error exclude"
                  + " excluded exists filter first following format greatest grouping groups hour"
                  + " indent interval json json_array json_object keep key keys last least left"
                  + " local location minute month nchar next no normalized nothing nulls object"
                  + " omit operator ordinality others over overriding partition passing path plan"
                  + " precision preceding quotes range right row rows scalar second set sets string"
                  + " ties time timestamp treat type unbounded unconditional unknown utf8 value"
                  + " values varying wellformed within without wrapper xml year zone nfc nfd nfkc"
                  + " nfkd")
              .split(" "));

  private SyntaxWords() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
