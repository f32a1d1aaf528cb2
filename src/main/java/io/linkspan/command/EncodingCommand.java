package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Locale;

/** {@code \encoding}: UTF8, always. */
final class EncodingCommand implements AsPsql {
  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\encoding"),
        List.of("\\encoding"),
        "shows the encoding of what is sent and shown, which is always UTF8",
        "",
        List.of("\\encoding"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    String asked = typed.rest().toUpperCase(Locale.ROOT).replace("-", "").replace("'", "");
    if (!asked.isEmpty() && !asked.equals("UTF8")) {
      throw UserException.usage(
          "the encoding is always UTF8 here", "Convert a script first: iconv -t utf-8 FILE");
    }
    return asked.isEmpty() ? Outcome.line("UTF8") : Outcome.nothing();
  }
}
