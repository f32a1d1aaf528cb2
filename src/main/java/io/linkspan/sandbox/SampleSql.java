package io.linkspan.sandbox;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The SQL text that makes the sample databases. */
final class SampleSql {
  private SampleSql() {}

  /** A script of this package's resources. */
  static String script(String name) {
    try (InputStream script =
        Objects.requireNonNull(SampleSql.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script that makes table events with so many rows. */
  static String events(long rows) {
    return script("events.sql").replace(":rows", Long.toString(rows));
  }

  static String createRole(Login login) {
    return "CREATE ROLE "
        + new Identifier(login.user()).quoted()
        + " LOGIN PASSWORD "
        + Literal.quoted(login.password());
  }

  static String createDatabase(String name, String owner) {
    return "CREATE DATABASE "
        + new Identifier(name).quoted()
        + " OWNER "
        + new Identifier(owner).quoted();
  }
}
