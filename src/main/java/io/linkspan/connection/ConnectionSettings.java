package io.linkspan.connection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that is needed to open a session.
 *
 * @param hosts the servers to try in this order, at least one
 * @param password empty where none is known: the user is to be asked
 * @param parameters the other libpq keywords with their values, such as {@code sslmode}
 */
public record ConnectionSettings(
    List<HostPort> hosts,
    String database,
    String user,
    Optional<Secret> password,
    Map<String, String> parameters) {

  /** What has a component of its own, or has been looked up already. */
  static final Set<String> NOT_PARAMETERS =
      Set.of("host", "port", "dbname", "user", "password", "service", "passfile");

  /** A URI in which nothing need be encoded. */
  private static final Pattern PLAIN_URI =
      Pattern.compile("[A-Za-z]+://[\\w.-]+@[\\w.:,-]+/[\\w.-]+");

  public ConnectionSettings {
    hosts = List.copyOf(hosts);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    if (hosts.isEmpty() || database.isEmpty() || user.isEmpty()) {
      throw new IllegalArgumentException("host, database or user is missing");
    }
    parameters.forEach(ConnectionSettings::check);
  }

  private static void check(String keyword, String value) {
    if (NOT_PARAMETERS.contains(keyword)) {
      throw new IllegalArgumentException("not a parameter: " + keyword);
    }
    if (Keyword.named(keyword).isEmpty()) {
      throw Keyword.unknown(keyword);
    }
    KeywordValues.check(keyword, value);
  }

  /** The host that is tried first. */
  public String host() {
    return hosts.get(0).host();
  }

  /** The port of the host that is tried first. */
  public int port() {
    return hosts.get(0).port();
  }

  /** The value of a libpq keyword among the parameters. */
  public Optional<String> parameter(String keyword) {
    return Optional.ofNullable(parameters.get(keyword));
  }

  /** The same with a password. */
  public ConnectionSettings withPassword(Secret secret) {
    return new ConnectionSettings(hosts, database, user, Optional.of(secret), parameters);
  }

  /** The same without the password, so that its conninfo text may be shown. */
  public ConnectionSettings withoutSecrets() {
    Map<String, String> open = new TreeMap<>(parameters);
    open.keySet()
        .removeIf(k -> Keyword.named(k).filter(w -> w.is(Keyword.Trait.SECRET)).isPresent());
    return new ConnectionSettings(hosts, database, user, Optional.empty(), open);
  }

  /** The same for another user; the password is not kept, for it is the old user's. */
  public ConnectionSettings withUser(String name) {
    return new ConnectionSettings(hosts, database, name, Optional.empty(), parameters);
  }

  /** The same for another database of the same servers. */
  public ConnectionSettings withDatabase(String name) {
    return new ConnectionSettings(hosts, name, user, password, parameters);
  }

  /** The same with a libpq keyword set. */
  public ConnectionSettings withParameter(String keyword, String value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(keyword, value);
    return new ConnectionSettings(hosts, database, user, password, more);
  }

  /** The driver's URL: hosts, ports and database alone. */
  String jdbcUrl() {
    return PgjdbcSettings.url(this);
  }

  /** The driver's properties, among them user and password. */
  Properties jdbcProperties() {
    return PgjdbcSettings.properties(this);
  }

  /** The conninfo text, password included, by which a server opens a session through dblink. */
  public String conninfo() {
    return Conninfo.render(this, Optional.empty());
  }

  /** The conninfo text for a server that reaches the database another way than the shell. */
  public String conninfo(ReachedBy reachedBy) {
    return Conninfo.render(this, Optional.of(reachedBy));
  }

  /** The connection string that a person would type: without secrets. */
  public String typed() {
    ConnectionSettings open = withoutSecrets();
    String uri = "postgresql://" + open;
    // The time-out is the environment's as a rule, and in nobody's way.
    boolean bare = open.parameters.keySet().stream().allMatch("connect_timeout"::equals);
    return bare && PLAIN_URI.matcher(uri).matches() ? uri : open.conninfo();
  }

  /** {@code host:port/database}, for messages. */
  public String place() {
    String servers = hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
    return servers + "/" + database;
  }

  /** {@code user@host:port/database}, for messages. */
  @Override
  public String toString() {
    return user + "@" + place();
  }
}
