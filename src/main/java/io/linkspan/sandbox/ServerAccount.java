package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system user that a server runs as; PostgreSQL refuses to run as root.
 *
 * @param owner the user that the server's files must belong to, empty where it is the shell's own
 * @param prefix the words before a command that run it as that user
 */
record ServerAccount(Optional<String> owner, List<String> prefix) {
  private static final List<String> USERS = List.of("nobody", "postgres");

  /** Fails unless run by a user other than root who may write the home and run the server. */
  private static final String PROBE =
      "test \"$(id -u)\" != 0 && cd \"$1\" && test -w . && test -x \"$2\"";

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /**
   * The user of this process or, if that is root, the first other one that works; the home then
   * belongs to it.
   *
   * @throws UserException if none works
   */
  static ServerAccount choose(Path home, EmbeddedBinaries binaries) throws IOException {
    if (!isRoot(home)) {
      return new ServerAccount(Optional.empty(), List.of());
    }
    List<String> reasons = new ArrayList<>();
    for (ServerAccount candidate : candidates(home)) {
      Optional<String> reason = candidate.tryOut(home, binaries);
      if (reason.isEmpty()) {
        return candidate;
      }
      reasons.add(candidate.prefix.get(0) + ": " + reason.get());
    }
    throw new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("could not run a server as another user than root")
            .withDetail(String.join("; ", reasons) + ".")
            .withHint("Start linkspan as an ordinary user."));
  }

  /** The command as this user runs it. */
  List<String> command(List<String> words) {
    return Stream.concat(prefix.stream(), words.stream()).toList();
  }

  /** Lets the server read and write the file or directory. */
  void own(Path path) throws IOException {
    if (owner.isPresent()) {
      Tree.give(path, owner.get());
    }
  }

  static boolean isRoot(Path home) throws IOException {
    return id(home, "-u").equals(Optional.of("0"));
  }

  private static List<ServerAccount> candidates(Path home) throws IOException {
    List<ServerAccount> candidates = new ArrayList<>();
    for (String user : USERS) {
      Optional<String> uid = id(home, "-u", user);
      Optional<String> gid = id(home, "-g", user);
      if (uid.isPresent() && gid.isPresent()) {
        candidates.add(
            as(user, "setpriv", "--reuid=" + uid.get(), "--regid=" + gid.get(), "--clear-groups"));
        candidates.add(as(user, "runuser", "-u", user, "--"));
        candidates.add(as(user, "su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", user, "--"));
      }
    }
    // In a user namespace of its own the process is not root, though its files are root's.
    candidates.add(as("root", "unshare", "--user"));
    return candidates;
  }

  private static ServerAccount as(String owner, String... prefix) {
    return new ServerAccount(Optional.of(owner), List.of(prefix));
  }

  private static Optional<String> id(Path home, String... arguments) throws IOException {
    List<String> command = Stream.concat(Stream.of("id"), Stream.of(arguments)).toList();
    Program id = Program.run(home, command);
    return id.succeeded() ? Optional.of(id.output()) : Optional.empty();
  }

  /** Empty if the account works, otherwise why not. */
  private Optional<String> tryOut(Path home, EmbeddedBinaries binaries) {
    String server = binaries.program("postgres").toString();
    try {
      own(home);
      Program probe =
          Program.run(home, command(List.of("sh", "-c", PROBE, "sh", home.toString(), server)));
      if (probe.succeeded()) {
        return Optional.empty();
      }
      return Optional.of(
          probe.output().isEmpty()
              ? "may not write \"" + home + "\" or run \"" + server + "\""
              : probe.output());
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
