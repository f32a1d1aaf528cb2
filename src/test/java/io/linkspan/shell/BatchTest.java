package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.UserException.Kind;
import io.linkspan.report.Display;
import io.linkspan.report.OutputFormat;
import io.linkspan.testing.Await;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchTest {
  @TempDir Path folder;
  private final FakeConversation conversation = new FakeConversation();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Display display, boolean echo, BatchInput... inputs) {
    return run(out, display, echo, inputs);
  }

  private int run(Writer to, Display display, boolean echo, BatchInput... inputs) {
    PlainConsole console = new PlainConsole(new StringReader(""), to, err);
    ConsoleQuestions questions = new ConsoleQuestions(console, false);
    StateFolder state = new StateFolder(folder);
    Exchange exchange = new Exchange(conversation, questions, () -> display, state);
    if (display.format() == OutputFormat.JSON) {
      exchange.tellEvents("9.9");
    }
    return new Batch(exchange, echo).run(List.of(inputs));
  }

  private int run(BatchInput... inputs) {
    return run(Display.PLAIN, false, inputs);
  }

  private static BatchInput piped(String text) {
    return BatchInput.text("<stdin>", new StringReader(text));
  }

  @Test
  void commands_run_one_after_another() {
    int code = run(BatchInput.command("ping"), BatchInput.command("say x"));

    assertThat(out).hasToString("did ping\ndid say x\n");
    assertThat(err).hasToString("");
    assertThat(code).isZero();
  }

  @Test
  void nobody_is_there_to_read() {
    run(BatchInput.command("there"), piped("there\n"));

    assertThat(out).hasToString("nobody\nnobody\n");
  }

  @Test
  void a_statement_may_take_several_lines() {
    run(piped("select\n\n1;\n\nping\n"));

    assertThat(conversation.executed).containsExactly("select\n\n1;", "ping");
  }

  @Test
  void a_command_of_the_command_line_needs_no_semicolon() {
    int code = run(BatchInput.command("select 1"));

    assertThat(conversation.executed).containsExactly("select 1\n;");
    assertThat(code).isZero();
  }

  @ParameterizedTest
  @CsvSource({"USAGE,1", "CONNECTION,2", "CHECK,3", "SERVER,4", "DIFFERENCE,5", "INTERRUPTED,130"})
  void the_first_error_ends_it_with_the_exit_code_of_its_kind(Kind kind, int code) {
    assertThat(run(BatchInput.command("fail " + kind), BatchInput.command("ping"))).isEqualTo(code);
    assertThat(conversation.executed).containsExactly("fail " + kind);
  }

  @Test
  void an_error_names_file_and_line_where_the_input_begins() throws IOException {
    Path script = folder.resolve("script.lks");
    Files.writeString(script, "\ufeffping\n\nescape (\n)\nfail SERVER\n");

    run(BatchInput.script(script));

    assertThat(conversation.executed).containsExactly("ping", "escape (\n)", "fail SERVER");
    assertThat(err.toString()).startsWith(script + ":5: ERROR:  it failed");
  }

  @Test
  void error_lines_go_to_the_error_stream() {
    run(piped("ping\nfail CHECK\n"));

    assertThat(out).hasToString("did ping\n");
    assertThat(err).hasToString("<stdin>:2: ERROR:  it failed\nHINT:   Try again.\n");
  }

  @Test
  void input_that_ends_too_early_is_an_error_that_says_what_is_missing() {
    int code = run(piped("ping\nselect (\n1\n"));

    assertThat(err)
        .hasToString(
            """
            <stdin>:2: ERROR:  unexpected end of input: waiting for )
            HINT:   Complete the last command; it begins in line 2.
            """);
    assertThat(code).isEqualTo(1);
  }

  @Test
  void a_script_that_is_not_there_is_an_error() {
    int code = run(BatchInput.script(folder.resolve("none.lks")));

    assertThat(err.toString().replaceAll("\\s+", " ")).contains("none.lks\": no such file");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void a_script_that_another_one_calls_and_that_is_not_there_is_told_where_it_is_called()
      throws IOException {
    Path script = folder.resolve("calls.lks");
    Path none = folder.resolve("none.lks");
    Files.writeString(script, "ping\nreplay " + none + "\n");

    run(BatchInput.script(script));

    assertThat(err.toString()).startsWith(script + ":2: ERROR:  could not read file");
  }

  @Test
  void nothing_is_carried_out_of_a_script_whose_end_is_not_in_utf_8() throws IOException {
    Path script = folder.resolve("late.lks");
    Files.writeString(script, "ping\n".repeat(10_000));
    Files.write(script, new byte[] {(byte) 0xe4, '\n'}, StandardOpenOption.APPEND);

    run(BatchInput.script(script));

    assertThat(conversation.executed).isEmpty();
  }

  @Test
  void a_script_that_is_not_in_utf_8_is_an_error() throws IOException {
    Path script = Files.write(folder.resolve("latin.lks"), new byte[] {'s', (byte) 0xe4, '\n'});

    run(BatchInput.script(script));

    assertThat(err.toString().replaceAll("\\s+", " "))
        .isEqualTo("ERROR: could not read file \"" + script + "\": not in UTF-8 ");
  }

  @Test
  void quit_ends_it_well() {
    assertThat(run(piped("quit\nping\n"))).isZero();
    assertThat(conversation.executed).containsExactly("quit");
  }

  @Test
  void a_bug_ends_it_with_a_code_of_its_own_and_shows_no_message() {
    int code = run(BatchInput.command("bug"));

    assertThat(err)
        .hasToString(
            "ERROR:  internal error (IllegalStateException); details in "
                + folder.resolve("log")
                + "\n");
    assertThat(code).isEqualTo(ExitCode.INTERNAL_ERROR);
  }

  @Test
  void echo_shows_no_password() {
    run(Display.PLAIN, true, piped("connect archive password=hidden\n"));

    assertThat(out.toString()).startsWith("archive -> main => connect archive password=***\n");
  }

  @Test
  void echo_shows_each_line_after_its_prompt() {
    run(Display.PLAIN, true, piped("ping\nselect (\n1);\n"));

    assertThat(out)
        .hasToString(
            """
            archive -> main => ping
            did ping
            archive -> main => select (
            archive -> main (> 1);
            did select (\\n1);
            """);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void a_script_that_is_called_is_echoed_where_its_caller_is(boolean echo) throws IOException {
    Path inner = Files.writeString(folder.resolve("inner.lks"), "ping\n");
    Path outer = Files.writeString(folder.resolve("outer.lks"), "replay " + inner + "\nsay x\n");

    run(Display.PLAIN, echo, BatchInput.command("replay " + outer));

    String prompt = "archive -> main => ";
    assertThat(out)
        .hasToString(
            echo
                ? prompt
                    + "replay "
                    + outer
                    + "\n"
                    + prompt
                    + "replay "
                    + inner
                    + "\n"
                    + prompt
                    + "ping\ndid ping\n"
                    + prompt
                    + "say x\ndid say x\n"
                : "did ping\ndid say x\n");
  }

  @Test
  void csv_goes_to_the_output_as_it_is() {
    run(Display.PLAIN.withFormat(OutputFormat.CSV), false, BatchInput.command("rows"));

    assertThat(out).hasToString("id,name\n1,Anna\n10,\n");
  }

  @Test
  void nobody_is_asked() {
    run(piped("connect x\nrun\n"));

    assertThat(out).hasToString("-\ndid not run\n");
  }

  @Test
  void a_reader_that_goes_away_ends_it() {
    int code = run(brokenPipe(), Display.PLAIN, false, piped("ping\nping\n"));

    assertThat(err).hasToString("<stdin>:1: ERROR:  could not write output: Broken pipe\n");
    assertThat(code).isEqualTo(130);
  }

  private static Writer brokenPipe() {
    return pipeThatBreaksAfter("");
  }

  private static Writer pipeThatBreaksAfter(String last) {
    StringBuilder read = new StringBuilder();
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        if (read.indexOf(last) >= 0) {
          throw new IOException("Broken pipe");
        }
        read.append(text, from, length);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void the_end_of_the_process_stops_what_runs_and_closes_every_connection_once()
      throws InterruptedException {
    PlainConsole console = new PlainConsole(new StringReader(""), out, err);
    Exchange exchange =
        new Exchange(
            conversation,
            new ConsoleQuestions(console, false),
            () -> Display.PLAIN,
            new StateFolder(folder));
    int[] code = new int[1];
    Thread batch =
        new Thread(
            () -> code[0] = new Batch(exchange, false).run(List.of(BatchInput.command("wait"))));
    batch.start();
    conversation.waiting.await();

    new Ending(exchange).run();

    batch.join();
    assertThat(err).hasToString("ERROR:  canceling statement due to user request\n");
    assertThat(code[0]).isEqualTo(130);
    assertThat(conversation.closed).isTrue();
  }

  @Test
  void work_is_told_of_on_the_error_stream() throws Exception {
    Thread batch = inTheBackground(OutputFormat.CSV);
    conversation.work.progress(0, 3, "batch 1");
    await(err, "so far");
    conversation.work.progress(0, 9, "batch 1");
    conversation.work.remark("batch 1 is tried again");
    conversation.work.progress(500, 9, "batch 2");
    await(err, "50 %");
    conversation.work.end("copied");
    batch.join();

    assertThat(err.toString())
        .matches(
            """
            run 7: 0 of about 1,000 rows \\(0 %\\), \\d+ s so far
            batch 1 is tried again
            run 7: 500 of about 1,000 rows \\(50 %\\), \\d+ rows/s, about \\d+ s left
            copied
            """);
    assertThat(out).hasToString("");
  }

  @Test
  void short_work_is_not_told_of() {
    conversation.work.progress(500, 0, "batch 2");
    conversation.work.end("copied");

    run(BatchInput.command("work"));

    assertThat(out).hasToString("copied\n");
    assertThat(err).hasToString("");
  }

  @Test
  void work_is_told_of_by_events() throws Exception {
    Thread batch = inTheBackground(OutputFormat.JSON);
    conversation.work.progress(0, 3, "batch 1");
    await(out, "batch 1");
    conversation.work.remark("batch 1 is tried again");
    conversation.work.end("copied");
    batch.join();

    assertThat(out.toString())
        .matches(
            """
            \\{"event":"start","version":1,"linkspan":"9.9"\\}
            \\{"event":"input","version":1,"number":1,"text":"work","script":null,"line":null\\}
            \\{"event":"progress","version":1,"what":"run 7","run":7,"rows":0,\
            "expected_rows":1000,"batches_done":0,"batches":null,"elapsed_ms":\\d+,\
            "workers":\\[\\{"number":1,"doing":"batch 1","rows":0\\}\\]\\}
            \\{"event":"remark","version":1,"text":"batch 1 is tried again"\\}
            \\{"event":"text","version":1,"lines":\\["copied"\\]\\}
            \\{"event":"done","version":1,"number":1,"ok":true,"exit_code":0,"elapsed_ms":\\d+\\}
            """);
    assertThat(err).hasToString("");
  }

  @Test
  void a_script_is_told_of_by_events_alone() throws Exception {
    Path script = folder.resolve("all.lks");
    Files.writeString(script, "ping\nrows\nbug\n");
    Display json = Display.PLAIN.withFormat(OutputFormat.JSON);

    int code = run(json, false, BatchInput.command("replay " + script));

    assertThat(code).isEqualTo(70);
    assertThat(out.toString().replaceAll("\"elapsed_ms\":\\d+", "\"elapsed_ms\":5"))
        .isEqualTo(
            """
            {"event":"start","version":1,"linkspan":"9.9"}
            {"event":"input","version":1,"number":1,"text":"replay all.lks","script":null,"line":null}
            {"event":"input","version":1,"number":2,"text":"ping","script":"all.lks","line":1}
            {"event":"text","version":1,"lines":["did ping"]}
            {"event":"done","version":1,"number":2,"ok":true,"exit_code":0,"elapsed_ms":5}
            {"event":"input","version":1,"number":3,"text":"rows","script":"all.lks","line":2}
            {"event":"columns","version":1,"columns":[{"name":"id","type":"int4"},{"name":"name","type":"text"}]}
            {"event":"row","version":1,"values":[1,"Anna"]}
            {"event":"row","version":1,"values":[10,null]}
            {"event":"result","version":1,"command":"SELECT 2","rows":2}
            {"event":"done","version":1,"number":3,"ok":true,"exit_code":0,"elapsed_ms":5}
            {"event":"input","version":1,"number":4,"text":"bug","script":"all.lks","line":3}
            {"event":"error","version":1,"kind":"internal","exit_code":70,"connection":null,"message":"ERROR:  internal error (IllegalStateException); details in LOG","sqlstate":null,"detail":null,"hint":null,"context":null,"cause":null,"next":null,"position":null,"script":"all.lks","line":3}
            {"event":"done","version":1,"number":4,"ok":false,"exit_code":70,"elapsed_ms":5}
            {"event":"done","version":1,"number":1,"ok":false,"exit_code":70,"elapsed_ms":5}
            """
                .replace("all.lks", script.toString())
                .replace("LOG", folder.resolve("log").toString()));
  }

  @Test
  void a_script_that_is_not_there_is_an_event_too() {
    run(
        Display.PLAIN.withFormat(OutputFormat.JSON),
        false,
        BatchInput.script(Path.of("nowhere.lks")));

    assertThat(out)
        .hasToString(
            """
            {"event":"start","version":1,"linkspan":"9.9"}
            {"event":"error","version":1,"kind":"usage","exit_code":1,"connection":null,"message":"could not read file \\"nowhere.lks\\": no such file","sqlstate":null,"detail":null,"hint":null,"context":null,"cause":null,"next":null,"position":null,"script":null,"line":null}
            """);
  }

  @Test
  void a_reader_of_progress_that_goes_away_does_not_stop_the_work() {
    conversation.work.remark("batch 1 is tried again");
    conversation.work.end("copied");
    Writer pipe = pipeThatBreaksAfter("\"work\"");

    int code =
        run(pipe, Display.PLAIN.withFormat(OutputFormat.JSON), false, BatchInput.command("work"));

    assertThat(err).hasToString("ERROR:  could not write output: Broken pipe\n");
    assertThat(code).isEqualTo(130);
  }

  private Thread inTheBackground(OutputFormat format) {
    Display display = Display.PLAIN.withFormat(format);
    Thread thread = new Thread(() -> run(display, false, BatchInput.command("work")), "batch");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void await(StringWriter text, String wanted) {
    Await.until("it says " + wanted, () -> text.toString().contains(wanted));
  }
}
