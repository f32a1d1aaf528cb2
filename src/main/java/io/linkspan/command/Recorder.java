package io.linkspan.command;

import io.linkspan.configfile.PrivateFile;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.request.CopyRequest;
import io.linkspan.session.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the session's inputs for scripts, and writes them on where a record goes on. */
final class Recorder {
  private final Workspace workspace;
  private final KeptInputs session;
  private Optional<Going> record = Optional.empty();
  private Optional<String> failure = Optional.empty();

  /** A record that goes on. */
  private static final class Going {
    final Path file;
    final Instant begun = Instant.now();
    final KeptInputs inputs;
    String written = "";

    Going(Path file, KeptInputs inputs) {
      this.file = file;
      this.inputs = inputs;
    }
  }

  Recorder(Workspace workspace) {
    this.workspace = workspace;
    this.session = inputs();
  }

  private KeptInputs inputs() {
    return new KeptInputs(text -> VariablesSet.filled(text, workspace.variables()));
  }

  /** Takes a step that is over. */
  void add(Step step, String route) {
    Sessions after = Sessions.of(workspace.connections());
    session.add(step, route, after);
    record.ifPresent(
        going -> {
          going.inputs.add(step, route, after);
          writeOn(going);
        });
  }

  /** The script of the session so far. */
  String script() {
    return SessionScript.of(workspace, session, "saved", Instant.now());
  }

  /** A request with the variables that were typed for it. */
  CopyRequest typed(CopyRequest made) {
    return session.typed(made);
  }

  /** How many inputs of the session are worth keeping. */
  int kept() {
    return session.all().size();
  }

  /** The file of the record that goes on. */
  Optional<Path> file() {
    return record.map(going -> going.file);
  }

  /** Begins a record; the file is there from now on. */
  void begin(Path file) {
    Going begun = new Going(file, inputs());
    write(begun);
    record = Optional.of(begun);
  }

  /** Ends it; gives how many inputs it has. */
  int end() {
    int kept = record.map(going -> going.inputs.all().size()).orElse(0);
    record = Optional.empty();
    return kept;
  }

  /** Each input is on the disk before the next one, so that no crash loses one. */
  private void writeOn(Going going) {
    try {
      write(going);
    } catch (UserException e) {
      record = Optional.empty();
      failure = Optional.of("the record ended: " + e.fields().message());
    }
  }

  private void write(Going going) {
    String text = SessionScript.of(workspace, going.inputs, "recorded from", going.begun);
    if (!text.equals(going.written)) {
      write(going.file, text);
      going.written = text;
    }
  }

  /** What went wrong since it was asked last. */
  Optional<String> failure() {
    Optional<String> told = failure;
    failure = Optional.empty();
    return told;
  }

  /**
   * Writes a file that only the user may read.
   *
   * @throws UserException where it cannot be written
   */
  static void write(Path file, String text) {
    try {
      PrivateFile.replace(file, text);
    } catch (IOException e) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("could not write file \"%s\": %s".formatted(file, e.getMessage())),
          e);
    }
  }

  /**
   * Asks before a file is replaced.
   *
   * @return what comes instead where the user does not want that
   * @throws UserException where nobody can be asked, or the folder is not there
   */
  static Optional<Outcome> beforeReplacing(Path file, Questions questions) {
    Path folder = file.getParent();
    if (Files.isDirectory(file) || (folder != null && !Files.isDirectory(folder))) {
      throw UserException.usage(
          Files.isDirectory(file)
              ? "\"%s\" is a folder".formatted(file)
              : "there is no folder \"%s\"".formatted(folder),
          "Name a file in a folder that is there.");
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      throw UserException.usage(
          "\"%s\" is no ordinary file".formatted(file), "Name a file that may be replaced.");
    }
    if (!questions.canAnswer()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("file \"%s\" is there already".formatted(file))
              .withHint("Name another file; to replace it unasked, start linkspan with --yes."));
    }
    return questions.confirm("%s is there already. Replace it?".formatted(file))
        ? Optional.empty()
        : Optional.of(
            new Outcome.Wrong(
                UserException.Kind.CHECK, List.of(Line.of("The file is as it was."))));
  }
}
