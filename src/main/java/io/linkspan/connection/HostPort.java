package io.linkspan.connection;

import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One place where a server listens.
 *
 * @param host a host name or an address, an IPv6 one without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  /** Where PostgreSQL listens unless told otherwise. */
  static final int DEFAULT_PORT = 5432;

  /** Nothing that could mean more than a host within the driver's URL. */
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");

  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  public HostPort {
    if (host.startsWith("/") || host.startsWith("@")) {
      throw UserException.usage(
          "cannot connect through the socket directory \"" + host + "\"",
          "linkspan connects over TCP only: give a host name or address, such as host=localhost,"
              + " or set PGHOST to one.");
    }
    if (!HOST.matcher(host).matches()) {
      throw UserException.usage(
          "invalid host name", "A host name has letters, digits, dots, hyphens and underscores.");
    }
    if (!isPort(port)) {
      throw invalidPort();
    }
  }

  /**
   * The servers that libpq's comma-separated host and port mean; an empty host is this machine, an
   * empty port 5432, and one port holds for all hosts.
   */
  static List<HostPort> list(String hosts, String ports) {
    String[] hostItems = hosts.split(",", -1);
    String[] portItems = ports.split(",", -1);
    if (portItems.length != 1 && portItems.length != hostItems.length) {
      throw UserException.usage(
          "could not match " + portItems.length + " port numbers to " + hostItems.length + " hosts",
          "Give one port for all hosts, or one for each.");
    }
    List<HostPort> servers = new ArrayList<>();
    for (int i = 0; i < hostItems.length; i++) {
      String host = hostItems[i].strip();
      String port = portItems[portItems.length == 1 ? 0 : i].strip();
      servers.add(new HostPort(host.isEmpty() ? "localhost" : host, port(port)));
    }
    return servers;
  }

  /** A port number; 5432 for an empty text. */
  static int port(String text) {
    if (text.isEmpty()) {
      return DEFAULT_PORT;
    }
    if (!PORT.matcher(text).matches() || !isPort(Integer.parseInt(text))) {
      throw invalidPort();
    }
    return Integer.parseInt(text);
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65535;
  }

  /** Without the text: it may be a password that was typed in a port's place. */
  private static UserException invalidPort() {
    return UserException.usage("invalid port number", "A port is a number from 1 to 65535.");
  }

  /** As a URI has it: {@code host:port}, an IPv6 address in brackets. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
