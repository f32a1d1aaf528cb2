package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.sql.Tokens;

/** CREATE or ALTER USER MAPPING with a password: PostgreSQL has no other way to say one. */
final class UserMappingPassword {
  private UserMappingPassword() {}

  static boolean in(String sql) {
    Tokens tokens = Tokens.of(sql);
    boolean verb = tokens.acceptWord("create") || tokens.acceptWord("alter");
    if (!verb || !tokens.acceptWord("user", "mapping")) {
      return false;
    }
    while (!tokens.atEnd()) {
      boolean named =
          tokens.peek().identifier().filter(i -> i.name().equals("password")).isPresent();
      if (named && tokens.peek(1).kind().isString()) {
        return true;
      }
      tokens.next();
    }
    return false;
  }

  static Finding finding() {
    return Finding.warning(
            CheckId.PASSWORD_IN_TEXT,
            "the server's log and pg_stat_statements may keep the password of a user mapping",
            "As a superuser, before it: SET log_statement = none; SET log_min_duration_statement ="
                + " -1; SET log_min_error_statement = panic; SET pg_stat_statements.track_utility ="
                + " off;")
        .withDetail("The server takes it in the text of the statement alone.");
  }
}
