package io.linkspan.connection;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes {@code user:password@host:port,…/database?name=value&…} apart as conninfo_uri_parse_options
 * of libpq does (src/interfaces/libpq/fe-connect.c). Where libpq would quietly take a part of an
 * unencoded password for a host, a database or a user, this refuses.
 */
final class UriReader {
  private static final String ENCODE =
      "In a user name or password write @ as %40, / as %2F, ? as %3F and : as %3A.";

  private final String text;
  private final boolean jdbc;
  private int at;

  /**
   * A reader.
   *
   * @param start index of the first character after the scheme's slashes
   * @param jdbc whether the rules of pgjdbc's URLs hold: plus is a blank
   */
  UriReader(String text, int start, boolean jdbc) {
    this.text = text;
    this.jdbc = jdbc;
    this.at = start;
  }

  UriParts parts() {
    String user = "";
    String password = "";
    int atSign = endOfLogin();
    if (atSign >= 0) {
      int colon = text.substring(0, atSign).indexOf(':', at);
      int endOfUser = colon < 0 ? atSign : colon;
      user = PercentText.decoded(text.substring(at, endOfUser), at, false);
      if (colon >= 0) {
        password = PercentText.decoded(text.substring(colon + 1, atSign), colon + 1, false);
      }
      at = atSign + 1;
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    do {
      hosts.add(host());
      ports.add(port());
    } while (skip(','));
    String database = skip('/') ? database() : "";
    List<UriParts.Parameter> parameters = skip('?') ? parameters() : List.of();
    return new UriParts(
        user, password, String.join(",", hosts), String.join(",", ports), database, parameters);
  }

  /** The parts where no server is named: {@code database?name=value&…}. */
  UriParts partsWithoutServer() {
    skip('/');
    String database = database();
    List<UriParts.Parameter> parameters = skip('?') ? parameters() : List.of();
    return new UriParts("", "", "", "", database, parameters);
  }

  /** Index of the "@" that ends user and password, or -1. */
  private int endOfLogin() {
    int end = end("@/", at);
    if (end == text.length() || text.charAt(end) == '/') {
      return -1;
    }
    String login = text.substring(at, end);
    int question = login.indexOf('?');
    if (question >= 0 && login.indexOf('=', question) >= 0) {
      if (jdbc) {
        return -1;
      }
      throw SettingsText.malformed(
          "\"?\" before \"@\" in the connection URI", at + question, ENCODE);
    }
    return end;
  }

  private String host() {
    if (skip('[')) {
      int end = text.indexOf(']', at);
      if (end <= at) {
        throw SettingsText.malformed(
            "IPv6 host address is empty or has no \"]\"", at - 1, "Write [::1]:5432.");
      }
      String address = decoded(end);
      at = end + 1;
      if (at < text.length() && ":/?,".indexOf(text.charAt(at)) < 0) {
        throw SettingsText.malformed(
            "unexpected character after the IPv6 host address", at, "Write [::1]:5432.");
      }
      return address;
    }
    int end = end(":/?,", at);
    rejectAtSign(end);
    String host = decoded(end);
    at = end;
    return host;
  }

  private String port() {
    if (!skip(':')) {
      return "";
    }
    int start = at;
    int end = end("/?,", at);
    rejectAtSign(end);
    String port = decoded(end);
    if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw SettingsText.malformed("invalid port number in the connection URI", start, ENCODE);
    }
    at = end;
    return port;
  }

  private String database() {
    int end = end("?", at);
    rejectAtSign(end);
    String database = PercentText.decoded(text.substring(at, end), at, jdbc);
    at = end;
    return database;
  }

  private void rejectAtSign(int end) {
    int atSign = text.substring(0, end).indexOf('@', at);
    if (atSign >= 0) {
      throw SettingsText.malformed("unexpected \"@\" in the connection URI", atSign, ENCODE);
    }
  }

  private List<UriParts.Parameter> parameters() {
    List<UriParts.Parameter> parameters = new ArrayList<>();
    while (at < text.length()) {
      int end = end("&", at);
      int equals = text.substring(0, end).indexOf('=', at);
      if (equals < 0 || text.substring(0, end).indexOf('=', equals + 1) >= 0) {
        throw SettingsText.malformed(
            "the URI query parameter is not of the form name=value",
            at,
            "In a value write = as %3D and & as %26.");
      }
      String name = PercentText.decoded(text.substring(at, equals), at, jdbc);
      String value = PercentText.decoded(text.substring(equals + 1, end), equals + 1, jdbc);
      parameters.add(new UriParts.Parameter(name, value, at));
      at = Math.min(end + 1, text.length());
    }
    return parameters;
  }

  private String decoded(int end) {
    return PercentText.decoded(text.substring(at, end), at, false);
  }

  private boolean skip(char expected) {
    boolean found = at < text.length() && text.charAt(at) == expected;
    if (found) {
      at++;
    }
    return found;
  }

  /** Index of the first of these characters, or the text's length. */
  private int end(String stops, int from) {
    int i = from;
    while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
