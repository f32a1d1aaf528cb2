package io.linkspan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty directory that every user of the machine can reach, as root's servers need it. */
public record ReachableDirectory(Path path) implements AutoCloseable {

  /** Below {@code target} or, where that is in a closed home, in the temporary directory. */
  public static ReachableDirectory create(String name) {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path directory =
          isReachable(target)
              ? Files.createTempDirectory(target, name)
              : Files.createTempDirectory("linkspan-" + name);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new ReachableDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isReachable(Path directory) throws IOException {
    for (Path path = directory; path != null; path = path.getParent()) {
      if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(path)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
