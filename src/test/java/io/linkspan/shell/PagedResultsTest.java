package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.Destination;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A terminal of 24 lines, with a pager that writes what it gets to a file. */
final class PagedResultsTest {
  @TempDir Path folder;
  private final Settings settings = new Settings();
  private ScreenTerminal.VirtualTerminal virtual;

  @BeforeEach
  void open() throws IOException {
    QuietLoggers.switchOff();
    virtual = ScreenTerminal.withTerminal("test", "xterm", 80, 24);
  }

  @AfterEach
  void close() throws IOException {
    virtual.terminal().close();
  }

  private TerminalConsole console(String pager) {
    return new TerminalConsole(
        virtual.terminal(),
        new FakeConversation(),
        new StateFolder(folder),
        Colours.OFF,
        Map.of("PAGER", pager));
  }

  private String pager(String command) throws IOException {
    Path script = folder.resolve("pager");
    Files.writeString(script, "#!/bin/sh\n" + command + " > " + folder.resolve("paged") + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script.toString();
  }

  private String paged() throws IOException {
    return Files.exists(folder.resolve("paged"))
        ? Files.readString(folder.resolve("paged"))
        : "no pager";
  }

  private void show(TerminalConsole console, int lines) {
    try (ResultPlace place = new ResultPlaces(console, settings).open(Optional.empty())) {
      IntStream.rangeClosed(1, lines).forEach(i -> place.line(Line.of("row " + i)));
    }
  }

  private static String rows(int most) {
    return IntStream.rangeClosed(1, most)
        .mapToObj(i -> "row " + i + "\n")
        .collect(Collectors.joining());
  }

  private String screen() {
    return virtual
        .screen()
        .toString()
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void what_fits_the_terminal_needs_no_pager() throws IOException {
    show(console(pager("cat")), 23);

    assertThat(paged()).isEqualTo("no pager");
    assertThat(screen()).isEqualTo(rows(23));
  }

  @Test
  void what_is_longer_than_the_terminal_is_high_goes_through_the_pager() throws IOException {
    show(console(pager("cat")), 24);

    assertThat(paged()).isEqualTo(rows(24));
    assertThat(screen()).isEmpty();
  }

  @Test
  void a_pager_that_is_not_there_is_told_and_done_without() {
    int many = 9_000;
    settings.set(Setting.PAGER, "always");

    show(console("no-such-pager --quietly"), 20);

    assertThat(screen())
        .isEqualTo("WARNING:  pager \"no-such-pager --quietly\" could not be started\n" + rows(20));
    try (ResultPlace place =
        new ResultPlaces(console("no-such-pager"), settings).open(Optional.empty())) {
      IntStream.rangeClosed(1, many).forEach(i -> place.line(Line.of("row " + i)));
      assertThat(place.enough()).isFalse();
    }
    assertThat(screen()).endsWith("row 8999\nrow 9000\n");
  }

  @Test
  void a_line_that_takes_several_of_the_terminal_counts_so() throws IOException {
    TerminalConsole console = console(pager("cat"));

    try (ResultPlace place = new ResultPlaces(console, settings).open(Optional.empty())) {
      place.line(Line.of("x".repeat(24 * 80)));
    }

    assertThat(paged()).isEqualTo("x".repeat(24 * 80) + "\n");
  }

  @Test
  void data_go_through_it_as_they_are() throws IOException {
    TerminalConsole console = console(pager("cat"));

    try (ResultPlace place = new ResultPlaces(console, settings).open(Optional.empty());
        Writer data = place.data()) {
      data.write(rows(30));
    }

    assertThat(paged()).isEqualTo(rows(30));
  }

  @Test
  void the_setting_says_when() throws IOException {
    settings.set(Setting.PAGER, "always");
    show(console(pager("cat")), 1);
    String always = paged();
    Files.delete(folder.resolve("paged"));
    settings.set(Setting.PAGER, "off");
    show(console(pager("cat")), 50);

    assertThat(always).isEqualTo(rows(1));
    assertThat(paged()).isEqualTo("no pager");
  }

  @Test
  void a_pager_that_the_user_leaves_has_had_enough() throws IOException {
    TerminalConsole console = console(pager("head -n 1"));
    int shown = 0;

    try (ResultPlace place = new ResultPlaces(console, settings).open(Optional.empty())) {
      while (!place.enough() && shown < 10_000_000) {
        shown++;
        place.line(Line.of("row " + shown));
      }
    }

    assertThat(shown).isLessThan(10_000_000);
    assertThat(paged()).isEqualTo("row 1\n");
  }

  @Test
  void what_is_said_meanwhile_is_told_when_the_user_has_left() throws IOException {
    TerminalConsole console = console(pager("cat"));

    try (ResultPlace place = new ResultPlaces(console, settings).open(Optional.empty())) {
      IntStream.rangeClosed(1, 24).forEach(i -> place.line(Line.of("row " + i)));
      console.remark(Line.of("NOTICE:  meanwhile"));
    }

    assertThat(paged()).isEqualTo(rows(24));
    assertThat(screen()).isEqualTo("NOTICE:  meanwhile\n");
  }

  @Test
  void who_leaves_the_pager_is_noticed_without_a_further_row() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    TerminalConsole console = console(pager("true"));

    try (ResultPlace place = new ResultPlaces(console, settings).open(Optional.empty())) {
      place.whenLeft(left::countDown);
      IntStream.rangeClosed(1, 24).forEach(i -> place.line(Line.of("row " + i)));

      assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_source_that_nobody_looks_at_is_stopped_quietly() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    NobodyLooks nobody = new NobodyLooks(stopped::countDown);
    nobody.left();

    nobody.during(
        () -> {
          try {
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          throw new UserException(UserException.Kind.INTERRUPTED, ErrorFields.of("canceled"));
        });

    assertThat(stopped.getCount()).isZero();
  }

  @Test
  void results_may_go_past_the_pager() throws IOException {
    ResultPlaces places = new ResultPlaces(console(pager("cat")), settings);

    try (ResultPlace place = places.open(Optional.of(new Destination.Unpaged()))) {
      IntStream.rangeClosed(1, 30).forEach(i -> place.line(Line.of("row " + i)));
    }

    assertThat(paged()).isEqualTo("no pager");
    assertThat(screen()).endsWith("row 29\nrow 30\n");
  }

  @Test
  @Timeout(15)
  void the_end_of_the_process_does_not_wait_for_the_program_of_all_results() {
    ResultPlaces places = new ResultPlaces(console(""), settings);
    places.go(Optional.of(new Destination.OfProgram("sleep 60; true", folder)));

    places.end();

    assertThat(places.toScreen()).isTrue();
  }

  @Test
  @Timeout(15)
  void an_interrupt_ends_a_program_that_does_not_care() {
    ResultPlaces places = new ResultPlaces(console(""), settings);
    Destination program = new Destination.OfProgram("trap '' INT; sleep 60; true", folder);

    try (ResultPlace place = places.open(Optional.of(program))) {
      places.interrupt();
      place.line(Line.of("row"));
    }

    assertThat(places.toScreen()).isTrue();
  }

  @Test
  void without_a_pager_the_terminal_scrolls() throws IOException {
    show(console(""), 30);

    assertThat(screen()).endsWith("row 29\nrow 30\n");
  }

  @Test
  void a_dumb_terminal_has_none() throws IOException {
    virtual.terminal().close();
    virtual = ScreenTerminal.withTerminal("test", "dumb", 80, 24);
    show(console(pager("cat")), 30);

    assertThat(paged()).isEqualTo("no pager");
  }

  @Test
  void psqls_variable_goes_before_the_other_and_less_is_what_is_there_otherwise()
      throws IOException {
    Path less = Files.createFile(folder.resolve("less"));
    assertThat(less.toFile().setExecutable(true)).isTrue();
    String path = folder.toString();

    assertThat(new PagerProgram(Map.of("PSQL_PAGER", "a", "PAGER", "b")).command()).contains("a");
    assertThat(new PagerProgram(Map.of("PAGER", "b", "PATH", path)).command()).contains("b");
    assertThat(new PagerProgram(Map.of("PATH", path)).command()).contains("less");
    assertThat(new PagerProgram(Map.of("PAGER", "", "PATH", path)).command()).isEmpty();
    assertThat(new PagerProgram(Map.of()).command()).isEmpty();
  }
}
