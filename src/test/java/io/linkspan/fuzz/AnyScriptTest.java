package io.linkspan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.connection.Environment;
import io.linkspan.report.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/** What holds for every text that is typed, completed or kept, with nothing connected. */
final class AnyScriptTest {
  private static final Page PAGE = new Page(80, String::length);
  private static final Path NOWHERE = Path.of("/nonexistent");
  private static final List<String> WORDS =
      List.of(
          "connect",
          "use",
          "ping",
          "plan",
          "copy",
          "map",
          "where",
          "distinct",
          "on conflict",
          "truncate",
          "batch",
          "workers",
          "run",
          "dry",
          "resume",
          "undo",
          "verify",
          "runs",
          "check",
          "preview",
          "conflicts",
          "tables",
          "schemas",
          "describe",
          "compare",
          "let",
          "unset",
          "say",
          "expect",
          "help",
          "save connection",
          "forget connection",
          "disconnect",
          "install dblink",
          "replay",
          "\\d",
          "\\i",
          "\\dt",
          "\\c",
          "\\e",
          "\\?",
          "\\",
          "@x",
          "->",
          "(",
          ")",
          "a",
          "b",
          "\"C d\"",
          "'",
          "\"",
          "$$",
          "$t$",
          ";",
          "--",
          "/*",
          "*/",
          "=",
          ",",
          ".",
          ":x",
          ":'x'",
          "1",
          "-1",
          "99999999999999999999",
          "off",
          "auto",
          "rows",
          "select 1",
          "insert into",
          "from dblink(",
          "as t(a int)",
          "host=h",
          "password='s'",
          "postgresql://u:p@h:1/d",
          "é",
          "\u0000",
          "\ud800",
          "\t",
          "\n",
          "\\\n",
          " ");

  private final LinkspanConversation conversation =
      new LinkspanConversation(
          new Environment(Map.of(), NOWHERE, "tester", NOWHERE), Map.of("x", "v'\"$$"));

  @AfterProperty
  void close() {
    conversation.close();
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.oneOf(
            Arbitraries.of(WORDS), Arbitraries.of(WORDS), Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join(" ", parts));
  }

  @Property(tries = 3000)
  void whatever_is_typed_is_carried_out_or_refused_in_words(@ForAll("typed") String text) {
    String outcome = Typed.outcome(conversation, text, PAGE);

    assertThat(outcome).isNotEmpty();
  }

  @Property(tries = 2000)
  void completion_and_completeness_take_every_text_and_place(@ForAll("typed") String text) {
    for (int cursor = 0; cursor <= text.length(); cursor += 1 + text.length() / 7) {
      assertThat(conversation.complete(text, cursor)).doesNotContainNull();
    }
    boolean complete = conversation.completeness(text).complete();
    assertThat(conversation.completeness(text).complete()).isEqualTo(complete);
  }

  @Property(tries = 2000)
  void the_history_keeps_what_holds_no_secret_as_it_was(@ForAll("typed") String text) {
    String kept = conversation.forHistory(text);

    // The mask itself stands in for a NUL, which no server and no terminal takes.
    boolean secret =
        text.toLowerCase(Locale.ROOT).contains("password")
            || text.contains("://")
            || text.contains("\0");
    assertThat(secret || kept.equals(text)).as(kept).isTrue();
  }
}
