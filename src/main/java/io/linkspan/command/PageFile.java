package io.linkspan.command;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The file of a page: written beside its place and then moved there, so that nobody ever sees a
 * part of it. It is to be shown, so that its rights are those of any new file.
 */
final class PageFile {
  private final Path file;

  private PageFile(Path file) {
    this.file = file;
  }

  /**
   * The file of that name, from the root or the shell's directory on.
   *
   * @throws UserException where it cannot be one
   */
  static PageFile at(Path file) {
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw refused(file, "it is a directory", "Name a file, such as session.html.");
    }
    if (!Files.isDirectory(folder)) {
      throw refused(
          file,
          Files.exists(folder)
              ? "\"" + folder + "\" is no directory"
              : "directory \"" + folder + "\" does not exist",
          "Make the directory, or name a file in another one.");
    }
    return new PageFile(file);
  }

  boolean exists() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  UserException alreadyThere() {
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("file \"" + file + "\" already exists")
            .withDetail("Nobody is here to be asked whether to write over it.")
            .withHint("Name another file, or start linkspan with --yes."));
  }

  /**
   * Writes the page; a file that is there goes.
   *
   * @throws UserException where it cannot be written; a file that is there stays then
   */
  void write(String page) {
    Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(part, page, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(part);
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("could not write file \"" + file + "\": " + reason(e))
              .withHint("Name a file in a directory that you may write to."),
          e);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What kept the page from being written is what is told.
    }
  }

  private static UserException refused(Path file, String why, String hint) {
    return UserException.usage("could not write file \"" + file + "\": " + why, hint);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    // The message of another one would begin with the name of the file beside it.
    String why = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
    return why == null ? "no file can be made there" : why;
  }
}
