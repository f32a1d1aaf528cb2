package io.linkspan.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks tar archives compressed by xz. */
final class TarXz {
  private static final int OWNER_MAY_EXECUTE = 0100;

  private TarXz() {}

  /** Unpacks into a new directory that every user may read. */
  static void unpack(InputStream archive, Path directory) throws IOException {
    makeReadable(directory);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = directory.resolve(entry.getName()).normalize();
        if (!path.startsWith(directory)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      makeReadable(path);
      return;
    }
    if (!Files.isDirectory(path.resolveSibling(""))) {
      makeReadable(path.resolveSibling(""));
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
      Tree.permit(path, program ? "rwxr-xr-x" : "rw-r--r--");
    }
  }

  private static void makeReadable(Path directory) throws IOException {
    Files.createDirectories(directory);
    Tree.permit(directory, "rwxr-xr-x");
  }
}
