package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.connection.Environment;
import io.linkspan.report.Display;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClosingTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private LinkspanConversation conversation() {
    return new LinkspanConversation(new Environment(Map.of(), folder, "annie", folder), Map.of());
  }

  private int run(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("a.lks"), text);
    PlainConsole console = new PlainConsole(new StringReader(""), out, err);
    Exchange exchange =
        new Exchange(
            conversation(),
            new ConsoleQuestions(console, false),
            () -> Display.PLAIN,
            new StateFolder(folder));
    return new Batch(exchange, false).run(List.of(BatchInput.script(script)));
  }

  private String told() {
    return err.toString().replace(folder.toString() + "/", "");
  }

  @Test
  void nothing_is_carried_out_of_a_script_whose_if_is_not_closed() throws IOException {
    int code = run("say one\nif on\n  if off\n  end\n  say two\n");

    assertThat(told())
        .isEqualTo(
            """
            a.lks:2: ERROR:  unexpected end of input: the "if" is not closed
            HINT:   Close it: end
            """);
    assertThat(out).hasToString("");
    assertThat(code).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "end | end",
        "end\nsay two | end",
        "end if; | end",
        "if on\nend\n\\endif | end",
        "else | else",
        "elif on | elif",
        "if on\nbegin;\nend;\nend;\nend | end"
      })
  void nor_of_one_that_closes_one_too_many(String texts) throws IOException {
    String[] parts = texts.split(" \\| ", 2);
    int code = run("say one\n" + parts[0] + "\n");

    assertThat(told())
        .endsWith(
            "ERROR:  \"%s\" without an \"if\" before it\nHINT:   Type: if CONDITION\n"
                .formatted(parts[1]));
    assertThat(out).hasToString("");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void a_statement_that_takes_the_end_for_its_own_is_what_is_told() throws IOException {
    int code = run("say one\nif on\n  select 1\nend\n");

    assertThat(told())
        .isEqualTo(
            """
            a.lks:3: ERROR:  unexpected end of input: waiting for ;
            HINT:   Complete the last command; it begins in line 3.
            """);
    assertThat(out).hasToString("");
    assertThat(code).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin;\nend;",
        "END\n;",
        "end\n  work;",
        "select case when a = 1\nthen 'if'\nelse 'end'\nend\nfrom b;",
        "if (select count(*)\n  from a\n) = 0\n  say x\nelif :unset = 1\nelse\nend if",
        "if off\n  select 1 as a \\gset\n  \\if 1\n  \\else\n  \\endif\nEND;",
        "-- if on\n/* end\nif off */ say if",
        "do $$ begin\nif true then\nnull;\nend if;\nend $$;",
        "quit\nif on",
        "select 1 \\p\nif on",
        "explain\nend",
        "let a = 'if\nend\n'"
      })
  void a_script_that_may_be_closed_is_carried_out(String text) {
    assertThat(Closing.wrong(conversation(), text)).isEmpty();
  }

  @Test
  void what_is_open_in_the_script_that_calls_it_is_not_closed_by_it() throws IOException {
    Path part = Files.writeString(folder.resolve("part.lks"), "say three\nend\n");

    int code = run("if on\n  say two\n  replay " + part + "\nend\n");

    assertThat(told()).startsWith("part.lks:2: ERROR:  \"end\" without an \"if\" before it");
    assertThat(out).hasToString("two\n");
    assertThat(code).isEqualTo(1);
  }
}
