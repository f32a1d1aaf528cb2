package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Connection services (libpq manual, "The Connection Service File"): the user's file, and where
 * that one does not define the service, the system's.
 */
final class ServiceFile {
  private static final String FILE_HINT =
      "A service is a line [NAME] and lines keyword=value below it, without blanks around the =.";

  private final Path file;

  private ServiceFile(Path file) {
    this.file = file;
  }

  /** The settings of a service. */
  static ParsedSettings read(String service, Environment environment) {
    List<Path> files = files(environment);
    for (Path file : files) {
      Optional<ParsedSettings> found = new ServiceFile(file).section(service);
      if (found.isPresent()) {
        return found.get();
      }
    }
    String looked =
        files.isEmpty() ? "There is no service file." : "Looked into " + listed(files) + ".";
    throw new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("definition of service \"" + service + "\" not found")
            .withDetail(looked)
            .withHint("Define it in ~/.pg_service.conf, or name another file in PGSERVICEFILE."));
  }

  private static String listed(List<Path> files) {
    return String.join(" and ", files.stream().map(f -> "\"" + f + "\"").toList());
  }

  /** Those to look into, in this order; one that PGSERVICEFILE names must be there. */
  private static List<Path> files(Environment environment) {
    List<Path> files = new ArrayList<>();
    environment
        .variable("PGSERVICEFILE")
        .map(environment::path)
        .or(() -> Optional.of(environment.home().resolve(".pg_service.conf")).filter(Files::exists))
        .ifPresent(files::add);
    environment
        .variable("PGSYSCONFDIR")
        .map(directory -> environment.path(directory).resolve("pg_service.conf"))
        .filter(Files::exists)
        .ifPresent(files::add);
    return files;
  }

  private Optional<ParsedSettings> section(String service) {
    Optional<ParsedSettings> settings = Optional.empty();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        if (settings.isPresent()) {
          return settings;
        }
        settings =
            line.startsWith("[" + service + "]")
                ? Optional.of(ParsedSettings.empty())
                : Optional.empty();
      } else if (settings.isPresent()) {
        settings = Optional.of(with(settings.get(), line, i + 1));
      }
    }
    return settings;
  }

  /** A keyword's first value holds, as in libpq. */
  private ParsedSettings with(ParsedSettings settings, String line, int number) {
    if (line.startsWith("ldap")) {
      throw error("LDAP lookup is not supported", number, "Write the settings into the file.");
    }
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw error("syntax error", number, FILE_HINT);
    }
    String keyword = line.substring(0, equals);
    if (keyword.equals(Keyword.SERVICE.text())) {
      throw error("nested service specifications not supported", number, FILE_HINT);
    }
    if (Keyword.named(keyword).isEmpty()) {
      throw error("syntax error", number, Keyword.hint(keyword));
    }
    return settings.over(ParsedSettings.empty().with(keyword, line.substring(equals + 1)));
  }

  private UserException error(String what, int line, String hint) {
    return UserException.usage(what + " in service file \"" + file + "\", line " + line, hint);
  }

  private List<String> lines() {
    if (!Files.exists(file)) {
      throw UserException.usage(
          "service file \"" + file + "\" not found", "Unset PGSERVICEFILE, or write the file.");
    }
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UserException.usage(
          "could not read service file \"" + file + "\"",
          "It must be a readable file of text in UTF-8.");
    }
  }
}
