package io.linkspan.connection;

import io.linkspan.connection.Keyword.Trait;
import io.linkspan.pg.Literal;
import io.linkspan.pg.UserException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a connection string, a service or the environment says, before defaults are filled in.
 *
 * @param values by libpq keyword, without the password; an empty value asks for the default
 */
public record ParsedSettings(Map<String, String> values, Optional<Secret> password) {
  private static final String PASSWORD = Keyword.PASSWORD.text();

  public ParsedSettings {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    values.forEach(ParsedSettings::check);
  }

  private static void check(String keyword, String value) {
    if (keyword.equals(PASSWORD)) {
      throw new IllegalArgumentException("the password belongs to the secret");
    }
    if (Keyword.named(keyword).isEmpty()) {
      throw Keyword.unknown(keyword);
    }
    rejectNul(keyword, value);
  }

  private static void rejectNul(String keyword, String value) {
    if (value.indexOf('\0') >= 0) {
      throw UserException.usage(
          "the value of connection keyword \"" + keyword + "\" holds a NUL character",
          "PostgreSQL has no such character.");
    }
  }

  /** Settings that say nothing. */
  public static ParsedSettings empty() {
    return new ParsedSettings(Map.of(), Optional.empty());
  }

  /** The same with a keyword set; an earlier value of it is forgotten. */
  public ParsedSettings with(String keyword, String value) {
    if (keyword.equals(PASSWORD)) {
      rejectNul(keyword, value);
      return new ParsedSettings(values, Optional.of(new Secret(value)));
    }
    Map<String, String> more = new TreeMap<>(values);
    more.put(keyword, value);
    return new ParsedSettings(more, password);
  }

  /** What is said of a keyword other than the password. */
  public Optional<String> value(String keyword) {
    return Optional.ofNullable(values.get(keyword));
  }

  /** These settings, and where they are silent, the others. */
  public ParsedSettings over(ParsedSettings others) {
    Map<String, String> merged = new TreeMap<>(others.values);
    merged.putAll(values);
    return new ParsedSettings(merged, password.or(() -> others.password));
  }

  /** Whether a password or another secret is among them. */
  public boolean holdSecrets() {
    return password.isPresent() || values.keySet().stream().anyMatch(ParsedSettings::isSecret);
  }

  /** The same without password and other secrets. */
  public ParsedSettings withoutSecrets() {
    Map<String, String> open = new TreeMap<>(values);
    open.keySet().removeIf(ParsedSettings::isSecret);
    return new ParsedSettings(open, Optional.empty());
  }

  private static boolean isSecret(String keyword) {
    return Keyword.named(keyword).filter(k -> k.is(Trait.SECRET)).isPresent();
  }

  /** A conninfo string of all but the secrets. */
  @Override
  public String toString() {
    return withoutSecrets().values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Literal.conninfo(entry.getValue()))
        .collect(Collectors.joining(" "));
  }
}
