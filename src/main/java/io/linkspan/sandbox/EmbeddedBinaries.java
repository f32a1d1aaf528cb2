package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The programs of one PostgreSQL version, unpacked from a jar.
 *
 * @param directory holds bin, lib and share; others may read it
 */
public record EmbeddedBinaries(Path directory) {
  private static final String PREFIX = "postgresql-";
  private static final String UNFINISHED = "unfinished-";

  /**
   * The version on the class path, unpacked below the cache directory unless it is there already.
   *
   * @throws UserException if there is none for this machine or it could not be unpacked
   */
  public static EmbeddedBinaries onClassPath(Path cache) {
    String archive = archiveName();
    URL resource = EmbeddedBinaries.class.getResource("/" + archive);
    if (resource == null) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("no embedded PostgreSQL server for this machine")
              .withDetail("The class path holds no \"" + archive + "\".")
              .withHint("Connect to servers of your own instead."));
    }
    return unpack(resource, cache);
  }

  /**
   * The version in a jar, unpacked below the cache directory unless it is there already.
   *
   * @throws UserException if it could not be unpacked
   */
  public static EmbeddedBinaries ofJar(Path jar, Path cache) {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry archive =
          file.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz entry"));
      return unpack(URI.create("jar:" + jar.toUri() + "!/" + archive.getName()).toURL(), cache);
    } catch (IOException e) {
      throw failed(jar.toString(), cache, e);
    }
  }

  /** The path of a program, such as {@code initdb}. */
  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  private static String archiveName() {
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    String system =
        System.getProperty("os.name").startsWith("Mac")
            ? "darwin"
            : System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return "postgres-" + system + "-" + machine + ".txz";
  }

  /** One thread at a time, because a file lock holds off other processes only. */
  private static synchronized EmbeddedBinaries unpack(URL archive, Path cache) {
    try {
      JarURLConnection connection = (JarURLConnection) archive.openConnection();
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        JarEntry entry = connection.getJarEntry();
        String name = PREFIX + "%08x-%d".formatted(entry.getCrc(), entry.getSize());
        Path directory = cache.toAbsolutePath().resolve(name);
        if (!Files.isDirectory(directory)) {
          Tree.makePassable(cache.toAbsolutePath());
          unpackLocked(jar, entry, directory);
        }
        return new EmbeddedBinaries(directory);
      }
    } catch (IOException e) {
      throw failed(archive.toString(), cache, e);
    }
  }

  private static void unpackLocked(JarFile jar, JarEntry entry, Path directory) throws IOException {
    Path lockFile = directory.resolveSibling("unpack.lock");
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Held until the channel is closed.
      channel.lock();
      if (Files.isDirectory(directory)) {
        return;
      }
      deleteUnfinished(directory);
      Path unfinished = directory.resolveSibling(UNFINISHED + directory.getFileName());
      try (InputStream in = jar.getInputStream(entry)) {
        TarXz.unpack(in, unfinished);
      }
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void deleteUnfinished(Path directory) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> siblings = Files.list(directory.resolveSibling(""))) {
      leftovers = siblings.filter(p -> p.getFileName().toString().startsWith(UNFINISHED)).toList();
    }
    for (Path leftover : leftovers) {
      Tree.delete(leftover);
    }
  }

  private static UserException failed(String archive, Path cache, IOException cause) {
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("could not unpack the embedded PostgreSQL server into \"" + cache + "\"")
            .withDetail(archive + ": " + cause.getMessage() + ".")
            .withHint("Make sure that the directory can be written and has 100 MB free."),
        cause);
  }
}
