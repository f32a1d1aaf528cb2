package io.linkspan.sql;

/**
 * Knows whether the semicolons of a statement belong to the SQL body of a routine: {@code CREATE
 * [OR REPLACE] FUNCTION | PROCEDURE … BEGIN ATOMIC … END}. Counts as psqlscan.l does, by the words
 * BEGIN, CASE and END.
 */
final class RoutineBody {
  private final StringBuilder firstWords = new StringBuilder();
  private int wordsRead;
  private int depth;

  /** Reads the next token outside of parentheses. */
  void read(SqlToken token) {
    String word = token.word();
    if (wordsRead < 4) {
      wordsRead++;
      firstWords.append(word).append(' ');
    }
    if (!isRoutine()) {
      return;
    }
    if (word.equals("begin")) {
      depth++;
    } else if (word.equals("case") && depth > 0) {
      depth++;
    } else if (word.equals("end") && depth > 0) {
      depth--;
    }
  }

  boolean isOpen() {
    return depth > 0;
  }

  private boolean isRoutine() {
    String start = firstWords.toString().replace("or replace ", "");
    return start.startsWith("create function ") || start.startsWith("create procedure ");
  }
}
