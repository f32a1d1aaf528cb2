package io.linkspan.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The password file (libpq manual, "The Password File"): lines {@code
 * host:port:database:user:password}, of which the first that fits holds.
 */
final class PasswordFile {
  private static final Set<PosixFilePermission> OTHERS_ACCESS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private PasswordFile() {}

  /**
   * What a look into the file gave.
   *
   * @param warning why the file was not used, though it is there
   */
  record Found(Optional<Secret> password, Optional<String> warning) {}

  /** The password for the first of the servers that the file knows; none without the file. */
  static Found find(Path file, List<HostPort> servers, String database, String user) {
    if (!Files.exists(file)) {
      return new Found(Optional.empty(), Optional.empty());
    }
    try {
      Optional<String> objection = objection(file);
      if (objection.isPresent()) {
        return new Found(Optional.empty(), objection);
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (HostPort server : servers) {
        List<String> wanted = List.of(server.host(), String.valueOf(server.port()), database, user);
        Optional<Secret> password =
            text.lines().flatMap(line -> password(line, wanted).stream()).findFirst();
        if (password.isPresent()) {
          return new Found(password, Optional.empty());
        }
      }
      return new Found(Optional.empty(), Optional.empty());
    } catch (IOException e) {
      return new Found(
          Optional.empty(), Optional.of("could not read password file \"" + file + "\""));
    }
  }

  /** The words are libpq's (src/interfaces/libpq/fe-connect.c, passwordFromFile). */
  private static Optional<String> objection(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.of("password file \"" + file + "\" is not a plain file");
    }
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_ACCESS::contains)) {
      return Optional.of(
          "password file \""
              + file
              + "\" has group or world access; permissions should be u=rw (0600) or less");
    }
    return Optional.empty();
  }

  private static Optional<Secret> password(String line, List<String> wanted) {
    if (line.startsWith("#")) {
      return Optional.empty();
    }
    int at = 0;
    for (String field : wanted) {
      at = afterField(line, at, field);
      if (at < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Secret(unescaped(line.substring(at))));
  }

  /** Index of what follows the field that begins there, or -1 where it does not fit. */
  private static int afterField(String line, int start, String wanted) {
    if (line.startsWith("*:", start)) {
      return start + 2;
    }
    int at = start;
    int matched = 0;
    while (at < line.length()) {
      if (line.charAt(at) == ':' && matched == wanted.length()) {
        return at + 1;
      }
      if (line.charAt(at) == '\\' && at + 1 < line.length()) {
        at++;
      }
      if (matched == wanted.length() || line.charAt(at) != wanted.charAt(matched)) {
        return -1;
      }
      at++;
      matched++;
    }
    return -1;
  }

  /** Up to the next colon that has no backslash before it. */
  private static String unescaped(String field) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length() && field.charAt(i) != ':'; i++) {
      if (field.charAt(i) == '\\' && i + 1 < field.length()) {
        i++;
      }
      text.append(field.charAt(i));
    }
    return text.toString();
  }
}
