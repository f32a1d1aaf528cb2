package io.linkspan.shell;

import io.linkspan.connection.Environment;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Where history and log are kept between sessions (XDG Base Directory Specification, {@code
 * XDG_STATE_HOME}); nobody but the user may read them.
 */
public record StateFolder(Path path) {
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** The folder for this user; nothing is made yet. */
  public static StateFolder of(Map<String, String> environment, Path home) {
    return new StateFolder(Environment.stateFolder(environment, home));
  }

  /**
   * The file of the lines typed so far on a route.
   *
   * @param route such as {@code archive -> main}; empty for the lines typed without one
   */
  public Path history(String route) {
    return histories().resolve(RouteFile.name(route));
  }

  private Path histories() {
    return path.resolve("history");
  }

  /** Makes such a file, and takes over what earlier versions kept in a single one. */
  void prepareHistory(Path file) throws IOException {
    Path earlier = histories();
    if (Files.isRegularFile(earlier)) {
      Path aside = path.resolve("history.earlier");
      Files.move(earlier, aside, StandardCopyOption.REPLACE_EXISTING);
      Path routeless = history("");
      prepare(routeless);
      Files.move(aside, routeless, StandardCopyOption.REPLACE_EXISTING);
    }
    prepare(file);
  }

  /** The file of internal errors. */
  public Path log() {
    return path.resolve("log");
  }

  /** Makes the file for this user alone, and its folder, where they are missing. */
  static void prepare(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (folder != null) {
      Files.createDirectories(folder, posix ? attributes(OWN_FOLDER) : new FileAttribute<?>[0]);
    }
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    FileAttribute<?>[] attributes = posix ? attributes(OWN) : new FileAttribute<?>[0];
    try (SeekableByteChannel made = Files.newByteChannel(file, options, attributes)) {
      if (posix && made.isOpen()) {
        Files.setPosixFilePermissions(file, OWN);
      }
    }
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }
}
