package io.linkspan.shell;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user's editor: {@code VISUAL}, else {@code EDITOR}, else vi, as the shell reads it, so that
 * words after the program's name are its arguments. Has the terminal of this process meanwhile.
 */
public final class Editor {
  private final Map<String, String> environment;

  /** The editor that these variables name. */
  public Editor(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Shows the text in the editor and gives it as it was left. The file lies in a folder that only
   * the user may enter, and both are gone afterwards.
   *
   * @throws UserException where the editor cannot be started or ends with an error
   */
  public String edited(String text) {
    try {
      Path folder = Files.createTempDirectory("linkspan", attributes("rwx------"));
      try {
        Path file = Files.createFile(folder.resolve("statement.sql"), attributes("rw-------"));
        Files.writeString(file, text);
        int code = run(file);
        if (code != 0) {
          throw UserException.usage(
              "the editor ended with exit code " + code, "Name another: EDITOR=… linkspan");
        }
        return Files.readString(file);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      ErrorFields fields = ErrorFields.of("could not edit the statement: " + reason(e));
      throw new UserException(UserException.Kind.USAGE, fields, e);
    }
  }

  /** The message of such an error may tell the file's name and nothing else. */
  private static String reason(IOException e) {
    return e instanceof CharacterCodingException
        ? "the file is not in UTF-8"
        : String.valueOf(e.getMessage());
  }

  private int run(Path file) throws IOException {
    String program =
        named("VISUAL").isEmpty()
            ? named("EDITOR").isEmpty() ? "vi" : named("EDITOR")
            : named("VISUAL");
    Process process =
        new ProcessBuilder(List.of("/bin/sh", "-c", program + " \"$1\"", "sh", file.toString()))
            .inheritIO()
            .start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          // Ctrl-C belongs to the editor while it has the terminal.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String named(String variable) {
    return environment.getOrDefault(variable, "").strip();
  }

  /** With whatever the editor left there, such as its copy of the file before. */
  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("could not delete the folder of the edited statement: " + reason(e))
              .withHint("Delete it yourself: " + folder),
          e);
    }
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
        : new FileAttribute<?>[0];
  }
}
