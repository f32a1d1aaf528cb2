package io.linkspan.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server keeps in its home: the data directory, its log and its superuser's password. */
record DataDirectory(Path home, EmbeddedBinaries binaries, ServerAccount account) {
  private static final String SUPERUSER = "postgres";
  private static final String UNFINISHED = "unfinished-data";

  /** No login without a password, not even from this machine. */
  private static final String CLIENT_AUTHENTICATION =
      """
      # TYPE  DATABASE  USER  ADDRESS       METHOD
      local   all       all                 scram-sha-256
      host    all       all   127.0.0.1/32  scram-sha-256
      """;

  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("server.log");
  }

  private Path passwordFile() {
    return home.resolve("superuser-password");
  }

  Login superuser() throws IOException {
    return new Login(SUPERUSER, Files.readString(passwordFile()).strip());
  }

  /** Runs initdb unless that was done; half a data directory is never left under its name. */
  void create(List<String> options) throws IOException {
    if (Files.exists(data())) {
      return;
    }
    Path unfinished = home.resolve(UNFINISHED);
    Tree.delete(unfinished);
    writePassword();
    List<String> words =
        new ArrayList<>(
            List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256"));
    words.addAll(options);
    Program initdb = Program.run(home, account.command(words));
    if (!initdb.succeeded()) {
      throw ServerFailure.of(
          "could not create a database server in \"" + home + "\"", initdb.output());
    }
    Files.writeString(unfinished.resolve("pg_hba.conf"), CLIENT_AUTHENTICATION);
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "\ninclude_if_exists 'linkspan.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void writePassword() throws IOException {
    Files.writeString(passwordFile(), "");
    Tree.permit(passwordFile(), "rw-------");
    account.own(passwordFile());
    Files.writeString(passwordFile(), Login.random(SUPERUSER).password() + "\n");
  }

  /** Replaces the settings of the last start. */
  void configure(Map<String, String> settings) throws IOException {
    Path file = data().resolve("linkspan.conf");
    String lines =
        settings.entrySet().stream()
            .map(setting -> line(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    Files.writeString(file, lines);
    account.own(file);
  }

  private static String line(String name, String value) {
    return name + " = '" + value.replace("'", "''") + "'\n";
  }

  /** Stops the server that a dead run left here, if any, and forgets its log. */
  void cleanUp() throws IOException {
    if (Postmaster.runningOn(data()).isPresent() && !stop("fast").succeeded()) {
      Program stop = stop("immediate");
      if (!stop.succeeded() && Postmaster.runningOn(data()).isPresent()) {
        throw ServerFailure.of(
            "could not stop the server that runs in \"" + home + "\"", stop.output());
      }
    }
    // The number in it may be another process's by now, and a server would not start then.
    Files.deleteIfExists(data().resolve("postmaster.pid"));
    Files.deleteIfExists(log());
  }

  private Program stop(String mode) throws IOException {
    String control = binaries.program("pg_ctl").toString();
    List<String> words =
        Stream.of(control, "stop", "-D", data().toString(), "-m", mode, "-w", "-t", "20").toList();
    return Program.run(home, account.command(words));
  }
}
