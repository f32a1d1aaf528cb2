package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.connection.Environment;
import io.linkspan.report.Display;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Files of any bytes end in an exit code and in words, never in a bug. */
final class AnyScriptFileTest {
  private static final Path NOWHERE = Path.of("/nonexistent");

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<byte[]> anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    Arbitrary<byte[]> lines =
        Arbitraries.of(
                "say hello\n",
                "let a = 1\r\n",
                "plan copy a -> b\n",
                "select '",
                "$$",
                "/* ",
                "\ufeff",
                "help\n",
                "expect inserted = 1\n",
                "check insert into a select 1\n",
                "\\d a\n",
                ";\n",
                "\0")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    return Combinators.combine(lines, anything, lines).as(AnyScriptFileTest::joined);
  }

  private static byte[] joined(byte[] a, byte[] b, byte[] c) {
    byte[] all = new byte[a.length + b.length + c.length];
    System.arraycopy(a, 0, all, 0, a.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    System.arraycopy(c, 0, all, a.length + b.length, c.length);
    return all;
  }

  @Property(tries = 400)
  void every_file_is_a_script_or_refused(@ForAll("bytes") byte[] content) throws IOException {
    Path folder = Files.createTempDirectory("script");
    Path file = Files.write(folder.resolve("any.lks"), content);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    LinkspanConversation conversation =
        new LinkspanConversation(new Environment(Map.of(), NOWHERE, "tester", NOWHERE), Map.of());
    try {
      PlainConsole console = new PlainConsole(new StringReader(""), out, err);
      Exchange exchange =
          new Exchange(
              conversation,
              new ConsoleQuestions(console, false),
              () -> Display.of(conversation.settings()),
              new StateFolder(folder));

      int code = new Batch(exchange, false).run(List.of(BatchInput.script(file)));

      assertThat(code).as(err.toString()).isIn(0, 1, 2, 3);
      assertThat(code == 0 || err.toString().contains("ERROR")).as(err.toString()).isTrue();
    } finally {
      conversation.close();
      Files.delete(file);
      Files.deleteIfExists(folder.resolve("replays"));
      try (var left = Files.list(folder)) {
        assertThat(left.toList()).as("a bug is kept in the log").isEmpty();
      }
      Files.delete(folder);
    }
  }
}
