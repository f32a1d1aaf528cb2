package io.linkspan.shell;

import io.linkspan.report.Line;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Plain streams, for scripts and pipes: nobody is asked, and no terminal library is loaded. */
public final class PlainConsole implements Console {
  private static final int WIDTH = 80;

  private final BufferedReader in;
  private final OutputWriter out;
  private final OutputWriter err;
  private final Optional<java.io.Console> person;
  private final Colours colours;

  /** A console of streams at which nobody sits; both writers may be one. */
  public PlainConsole(Reader in, Writer out, Writer err) {
    this(in, out, err, Optional.empty(), Colours.OFF);
  }

  private PlainConsole(
      Reader in, Writer out, Writer err, Optional<java.io.Console> person, Colours colours) {
    this.in = new BufferedReader(in);
    this.out = new OutputWriter(out);
    this.err = new OutputWriter(err);
    this.person = person;
    this.colours = colours;
  }

  /** The streams of this process, in UTF-8; coloured where both ends are a terminal. */
  public static PlainConsole ofProcess(Map<String, String> environment, boolean noColour) {
    // JDK 22 to 24 would otherwise give a console for pipes too.
    System.setProperty("jdk.console", "java.base");
    Optional<java.io.Console> person = Optional.ofNullable(System.console());
    return new PlainConsole(
        new InputStreamReader(System.in, StandardCharsets.UTF_8),
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        person,
        Colours.chosen(environment, person.isPresent(), noColour));
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void print(Line line) {
    out.print(colours.rendered(line) + "\n");
  }

  @Override
  public synchronized void remark(Line line) {
    out.flush();
    err.print(colours.rendered(line) + "\n");
    err.flush();
  }

  @Override
  public Writer data() {
    return person.isPresent() ? new VisibleWriter(out) : out;
  }

  @Override
  public synchronized void flush() {
    out.flush();
  }

  @Override
  public Typed read(Line prompt, String begun) {
    try {
      String line = in.readLine();
      return line == null ? new Typed.EndOfInput() : new Typed.Text(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks where both ends of the process are a terminal, as with {@code -c} typed by a person. */
  @Override
  public Optional<String> secret(String prompt) {
    flush();
    return person.map(p -> p.readPassword("%s", prompt)).map(String::new);
  }

  @Override
  public boolean confirm(String question) {
    flush();
    return person.map(p -> p.readLine("%s (y/N) ", question)).filter(Answer::isYes).isPresent();
  }

  @Override
  public Optional<String> answer(String prompt) {
    flush();
    return person.map(p -> p.readLine("%s", prompt));
  }

  @Override
  public int program(ProcessBuilder program) throws IOException {
    flush();
    return Waiting.forEnd(program.start());
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public boolean terminal() {
    return false;
  }

  @Override
  public boolean answers() {
    return person.isPresent();
  }

  /** Ctrl-C ends the process; {@link Ending} stops what runs. */
  @Override
  public void interruptsGoTo(Runnable handler) {}

  @Override
  public void close() {
    out.flush();
    err.flush();
  }
}
