package io.linkspan.connection;

import io.linkspan.connection.Keyword.Trait;
import io.linkspan.pg.UserException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How another server reaches a database, where that differs from how the shell does.
 *
 * @param host as libpq on that server takes it: a name, an address, a list, a socket directory
 * @param port as libpq takes it; empty is the port that the shell uses
 * @param others further libpq keywords, whose files are files of that server
 */
public record ReachedBy(String host, Optional<String> port, Map<String, String> others) {
  private static final String FORM = "Write reached by \"host=… port=…\".";

  public ReachedBy {
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    if (host.isEmpty()) {
      throw UserException.usage("the way to reach a database names no host", FORM);
    }
    for (String number : port.orElse("").split(",", -1)) {
      HostPort.port(number);
    }
    others.forEach(ReachedBy::check);
  }

  private static void check(String keyword, String value) {
    Keyword known = Keyword.named(keyword).orElseThrow(() -> Keyword.unknown(keyword));
    if (known == Keyword.USER || known == Keyword.SERVICE || known == Keyword.PASSFILE) {
      throw notAWay(keyword);
    }
    if (known.is(Trait.SECRET)) {
      throw notAWay(keyword);
    }
    KeywordValues.check(keyword, value);
  }

  private static UserException notAWay(String keyword) {
    return UserException.usage(
        "connection keyword \"" + keyword + "\" does not say how to reach a server", FORM);
  }

  /** Reads {@code host=… port=…} and further keywords. */
  public static ReachedBy parse(String text) {
    ParsedSettings settings = ConninfoText.parse(text);
    if (settings.password().isPresent()) {
      throw notAWay(Keyword.PASSWORD.text());
    }
    Map<String, String> others = new TreeMap<>(settings.values());
    others.remove("host");
    others.remove("port");
    return new ReachedBy(
        settings.value("host").orElse(""),
        settings.value("port").filter(p -> !p.isEmpty()),
        others);
  }

  /** The text that reads as the same. */
  public String text() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("host", host);
    port.ifPresent(number -> values.put("port", number));
    values.putAll(others);
    return Conninfo.text(values);
  }

  @Override
  public String toString() {
    return text();
  }
}
