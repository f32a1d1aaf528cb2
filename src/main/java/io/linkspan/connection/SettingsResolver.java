package io.linkspan.connection;

import io.linkspan.connection.Keyword.Trait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fills in what the user left out, in libpq's order (libpq manual, "The Connection Service File"):
 * what is given, the service, the environment, the password file, libpq's defaults. Reads the named
 * files, opens no connection.
 */
public final class SettingsResolver {
  private SettingsResolver() {}

  /**
   * The complete settings; their password is empty where the user is to be asked.
   *
   * @throws io.linkspan.pg.UserException where a value can never be right or a service is missing
   */
  public static Resolved resolve(ParsedSettings explicit, Environment environment) {
    ParsedSettings said = said(explicit, environment);
    String user = filled(said, Keyword.USER).orElse(environment.user());
    String database = filled(said, Keyword.DBNAME).orElse(user);
    List<HostPort> hosts = hosts(said);
    List<String> warnings = new ArrayList<>();
    Optional<Secret> password = said.password().filter(secret -> !secret.reveal().isEmpty());
    if (password.isEmpty()) {
      Path file =
          filled(said, Keyword.PASSFILE)
              .map(environment::path)
              .orElse(environment.home().resolve(".pgpass"));
      PasswordFile.Found found = PasswordFile.find(file, hosts, database, user);
      password = found.password().filter(secret -> !secret.reveal().isEmpty());
      found.warning().ifPresent(warnings::add);
    }
    Map<String, String> parameters = parameters(said);
    parameters.keySet().forEach(keyword -> warnIfMissed(keyword, warnings));
    var settings = new ConnectionSettings(hosts, database, user, password, parameters);
    rejectWhatTheDriverCannot(settings);
    return new Resolved(settings, warnings);
  }

  private static ParsedSettings said(ParsedSettings explicit, Environment environment) {
    ParsedSettings said = explicit;
    Optional<String> service =
        filled(explicit, Keyword.SERVICE).or(() -> environment.variable("PGSERVICE"));
    if (service.isPresent()) {
      said = said.over(ServiceFile.read(service.get(), environment));
    }
    ParsedSettings variables = ParsedSettings.empty();
    for (Keyword keyword : Keyword.values()) {
      Optional<String> value = keyword.variable().flatMap(environment::variable);
      if (value.isPresent()) {
        variables = variables.with(keyword.text(), value.get());
      }
    }
    return said.over(variables);
  }

  private static Optional<String> filled(ParsedSettings settings, Keyword keyword) {
    return settings.value(keyword.text()).filter(value -> !value.isEmpty());
  }

  /** By the address where no name is given; this machine by default, for it has no sockets. */
  private static List<HostPort> hosts(ParsedSettings said) {
    String hosts =
        filled(said, Keyword.HOST).or(() -> filled(said, Keyword.HOSTADDR)).orElse("localhost");
    return HostPort.list(hosts, said.value(Keyword.PORT.text()).orElse(""));
  }

  private static Map<String, String> parameters(ParsedSettings said) {
    Map<String, String> parameters = new TreeMap<>(said.values());
    parameters.keySet().removeAll(ConnectionSettings.NOT_PARAMETERS);
    parameters.values().removeIf(String::isEmpty);
    if (filled(said, Keyword.HOST).isEmpty()) {
      parameters.remove(Keyword.HOSTADDR.text());
    }
    return parameters;
  }

  private static void warnIfMissed(String text, List<String> warnings) {
    if (Keyword.named(text).filter(keyword -> keyword.is(Trait.MISSED)).isPresent()) {
      warnings.add("connection option \"" + text + "\" has no effect on linkspan's own sessions");
    }
  }

  /** Before the user is asked for a password in vain. */
  private static void rejectWhatTheDriverCannot(ConnectionSettings settings) {
    settings.jdbcUrl();
    settings.jdbcProperties();
  }
}
