package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.run.CopyRun;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.Optional;

/**
 * What is typed after {@code run}.
 *
 * @param skippedTo the file that takes the skipped rows, as typed without quotes
 */
record RunOptions(CopyRun.Mode mode, Optional<String> skippedTo) {
  static RunOptions parse(Tokens tokens) {
    boolean dry = tokens.acceptWord("dry");
    boolean without = false;
    Optional<String> skippedTo = Optional.empty();
    while (!tokens.atEnd()) {
      if (!without && tokens.acceptWord("without", "journal")) {
        without = true;
      } else if (skippedTo.isEmpty() && tokens.acceptWord("skipped", "to")) {
        skippedTo = Optional.of(file(tokens));
      } else {
        throw tokens.unexpected(
            "dry, skipped to FILE, without journal, or end of line", "dry", "skipped", "without");
      }
    }
    CopyRun.Mode mode =
        dry ? CopyRun.Mode.DRY : without ? CopyRun.Mode.WITHOUT_JOURNAL : CopyRun.Mode.JOURNALED;
    return new RunOptions(mode, skippedTo);
  }

  private static String file(Tokens tokens) {
    Slice text = tokens.textUntil(t -> t.at("without", "journal"));
    if (text.isEmpty()) {
      throw UserException.usage("skipped to needs a file", "Type: run skipped to skipped.csv");
    }
    return Unquoted.text(text.text());
  }
}
