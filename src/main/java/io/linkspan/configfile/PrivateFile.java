package io.linkspan.configfile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only the user may read, so that no crash leaves half of one. */
public final class PrivateFile {
  private PrivateFile() {}

  /** Puts the text in the place of the file's, through a link if it is one. */
  public static void replace(Path file, String text) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path directory = real.resolveSibling(".");
    Files.createDirectories(directory.normalize(), attributes(real, "rwx------"));
    Path draft =
        Files.createTempFile(
            directory.normalize(), "." + real.getFileName(), ".tmp", attributes(real, "rw-------"));
    try {
      Files.writeString(draft, text);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] attributes(Path file, String permissions) {
    Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
        : new FileAttribute<?>[0];
  }
}
