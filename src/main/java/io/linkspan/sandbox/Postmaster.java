package io.linkspan.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The main process of a server, as its postmaster.pid tells (manual, "Database File Layout"). */
record Postmaster(ProcessHandle process) {

  /** The server that runs on the data directory, if there is one. */
  static Optional<Postmaster> runningOn(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Optional<ProcessHandle> process =
        lines.isEmpty() ? Optional.empty() : process(lines.get(0).strip());
    if (process.isPresent() && runsOn(process.get(), data)) {
      return Optional.of(new Postmaster(process.get()));
    }
    return Optional.empty();
  }

  private static Optional<ProcessHandle> process(String pid) {
    return pid.matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
  }

  /** A server's working directory is its data directory; the number may be another's by now. */
  private static boolean runsOn(ProcessHandle process, Path data) throws IOException {
    Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
    if (Files.exists(workingDirectory)) {
      return workingDirectory.toRealPath().equals(data.toRealPath());
    }
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }
}
