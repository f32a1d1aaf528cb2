package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a user's sandboxes live. */
public final class SandboxDirectory {
  private static final Path FOR_ROOT = Path.of("/var/lib/linkspan/sandbox");
  private static final String OVERRIDE = "LINKSPAN_SANDBOX";

  private SandboxDirectory() {}

  /**
   * The directory that {@code LINKSPAN_SANDBOX} names, else {@code linkspan/sandbox} in the user's
   * data directory (XDG Base Directory Specification). Root's is where another user can reach it,
   * because root's own home is closed to the user that the servers run as.
   *
   * @param environment such as {@code System.getenv()}
   * @throws UserException if root has none that is safe
   */
  public static Path standard(Map<String, String> environment) {
    Optional<Path> chosen = absolute(environment, OVERRIDE);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      return ServerAccount.isRoot(temporary)
          ? forRoot(temporary)
          : forUser(environment, Path.of(System.getProperty("user.home")));
    } catch (IOException e) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("could not find a directory for the sandbox").withDetail(e + "."),
          e);
    }
  }

  /** The home is that of the system's list of users, which counts where HOME is not set. */
  static Path forUser(Map<String, String> environment, Path home) {
    return absolute(environment, "XDG_DATA_HOME")
        .orElse(absolute(environment, "HOME").orElse(home).resolve(".local/share"))
        .resolve("linkspan/sandbox");
  }

  /** The specification says that a relative path counts as not set. */
  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
  }

  private static Path forRoot(Path temporary) throws IOException {
    try {
      Tree.makePassable(FOR_ROOT);
      if (Files.isWritable(FOR_ROOT)) {
        return FOR_ROOT;
      }
    } catch (IOException e) {
      // A read-only system: the temporary directory is left.
    }
    Path fallback = temporary.resolve("linkspan-root");
    Tree.makePassable(fallback);
    // Anyone could have made it before, with programs of their own to run in it.
    if (!Files.isDirectory(fallback, LinkOption.NOFOLLOW_LINKS)
        || !Files.getAttribute(fallback, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0)) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("directory \"" + fallback + "\" is not root's own")
              .withHint("Remove it, or make " + FOR_ROOT + " writable."));
    }
    return fallback.resolve("sandbox");
  }
}
