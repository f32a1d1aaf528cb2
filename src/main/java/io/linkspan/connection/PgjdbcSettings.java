package io.linkspan.connection;

import io.linkspan.pg.UserException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Connection settings as pgjdbc wants them (pgjdbc manual, "Connection Parameters"). A keyword that
 * pgjdbc has no property for is left out; {@link SettingsResolver} tells of those that matter.
 */
final class PgjdbcSettings {
  private static final String SYSTEM = "system";

  private PgjdbcSettings() {}

  static String url(ConnectionSettings settings) {
    String servers =
        addresses(settings).stream().map(HostPort::toString).collect(Collectors.joining(","));
    return "jdbc:postgresql://"
        + servers
        + "/"
        + URLEncoder.encode(settings.database(), StandardCharsets.UTF_8);
  }

  /** Where the driver is to connect; it cannot hold a host's name and its address apart. */
  private static List<HostPort> addresses(ConnectionSettings settings) {
    String hostaddr = settings.parameter(Keyword.HOSTADDR.text()).orElse("");
    if (hostaddr.isEmpty()) {
      return settings.hosts();
    }
    if (settings.parameter(Keyword.SSLMODE.text()).filter("verify-full"::equals).isPresent()) {
      throw UserException.usage(
          "cannot verify the host name of a server that hostaddr names",
          "Leave out hostaddr, or the host.");
    }
    String[] addresses = hostaddr.split(",", -1);
    List<HostPort> hosts = settings.hosts();
    if (addresses.length != hosts.size()) {
      throw UserException.usage(
          "could not match "
              + hosts.size()
              + " host names to "
              + addresses.length
              + " hostaddr values",
          "Give one address for each host.");
    }
    List<HostPort> dialled = new ArrayList<>();
    for (int i = 0; i < addresses.length; i++) {
      HostPort host = hosts.get(i);
      String address = addresses[i].strip();
      dialled.add(address.isEmpty() ? host : new HostPort(address, host.port()));
    }
    return dialled;
  }

  static Properties properties(ConnectionSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    settings.password().ifPresent(secret -> properties.setProperty("password", secret.reveal()));
    // libpq's default; a copy may leave a session idle for hours.
    properties.setProperty("tcpKeepAlive", "true");
    settings
        .parameter(Keyword.FALLBACK_APPLICATION_NAME.text())
        .ifPresent(name -> properties.setProperty("ApplicationName", name));
    settings.parameters().forEach((keyword, value) -> set(properties, keyword, value));
    trustSystem(properties);
    return properties;
  }

  private static void set(Properties properties, String text, String value) {
    Keyword.named(text)
        .ifPresent(
            keyword ->
                keyword
                    .property()
                    .ifPresent(
                        property ->
                            properties.setProperty(
                                property, PgjdbcValues.fromLibpq(keyword, value))));
  }

  /** libpq manual, "sslrootcert": system means the trusted roots, and verify-full. */
  private static void trustSystem(Properties properties) {
    if (!SYSTEM.equals(properties.getProperty("sslrootcert"))) {
      return;
    }
    properties.remove("sslrootcert");
    properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    properties.putIfAbsent("sslmode", "verify-full");
    String mode = properties.getProperty("sslmode");
    if (!"verify-full".equals(mode)) {
      throw UserException.usage(
          "weak sslmode \"" + mode + "\" may not be used with sslrootcert=system",
          "Use sslmode=verify-full.");
    }
  }
}
