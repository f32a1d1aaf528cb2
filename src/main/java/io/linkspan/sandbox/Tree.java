package io.linkspan.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. */
final class Tree {
  private Tree() {}

  /**
   * Makes the directory and its missing parents so that other users may pass through but not look:
   * root's servers run as another user. What exists stays as it is.
   */
  static void makePassable(Path directory) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = directory; path != null && Files.notExists(path); path = path.getParent()) {
      missing.push(path);
    }
    for (Path path : missing) {
      Files.createDirectories(path);
      permit(path, "rwx--x--x");
    }
  }

  /** Makes the directory, if it is missing, for its owner alone. */
  static void makePrivate(Path directory) throws IOException {
    Files.createDirectories(directory);
    permit(directory, "rwx------");
  }

  /** Sets the permissions, whatever the umask. */
  static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Gives the directory and all in it to the user; does nothing if the directory is theirs. */
  static void give(Path directory, String user) throws IOException {
    UserPrincipal owner =
        directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    if (Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
      return;
    }
    for (Path path : deepestFirst(directory)) {
      Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Deletes the directory and all in it, if there is one. */
  static void delete(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : deepestFirst(directory)) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static List<Path> deepestFirst(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
