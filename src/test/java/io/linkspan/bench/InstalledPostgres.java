package io.linkspan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL server that the machine has, with psql, dblink and postgres_fdw. */
record InstalledPostgres(Path directory) {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  /** The one of pg_config or, where that has no server, the newest of the system's packages. */
  static InstalledPostgres find() throws IOException {
    List<Path> directories = new ArrayList<>();
    said("pg_config", "--bindir").map(bin -> Path.of(bin).getParent()).ifPresent(directories::add);
    if (Files.isDirectory(PACKAGES)) {
      try (Stream<Path> versions = Files.list(PACKAGES)) {
        versions
            .filter(path -> path.getFileName().toString().matches("\\d+"))
            .sorted(Comparator.comparing(path -> -Integer.parseInt(path.getFileName().toString())))
            .forEach(directories::add);
      }
    }
    return directories.stream()
        .filter(InstalledPostgres::isComplete)
        .findFirst()
        .map(InstalledPostgres::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no PostgreSQL server with psql and contrib found (packages postgresql and"
                        + " postgresql-contrib); looked in "
                        + directories));
  }

  private static boolean isComplete(Path directory) {
    return Stream.of("initdb", "pg_ctl", "postgres", "psql")
            .allMatch(program -> Files.isExecutable(directory.resolve("bin").resolve(program)))
        && Stream.of("dblink", "postgres_fdw").allMatch(name -> has(directory, name));
  }

  private static boolean has(Path directory, String extension) {
    return said(directory.resolve("bin/pg_config").toString(), "--sharedir")
        .or(() -> said("pg_config", "--sharedir"))
        .filter(share -> Files.exists(Path.of(share, "extension", extension + ".control")))
        .isPresent();
  }

  /** What a program writes; empty where it is not there or fails. */
  static Optional<String> said(String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  String psql() {
    return directory.resolve("bin/psql").toString();
  }
}
