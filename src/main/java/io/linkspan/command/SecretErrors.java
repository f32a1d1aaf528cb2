package io.linkspan.command;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes out of a server's error what it repeats of the passwords of the statement. */
final class SecretErrors {
  /** Shorter texts are found in any message by chance. */
  private static final int TELLING = 3;

  private SecretErrors() {}

  /**
   * The error as it may be shown: without its place in a statement that holds a password.
   *
   * @param variables some of which may be named for a secret that the statement was given
   */
  static ServerException without(ServerException error, String sql, Map<String, String> variables) {
    Set<String> secrets = new LinkedHashSet<>(SecretMask.secrets(sql));
    variables.forEach(
        (name, value) -> {
          if (SecretMask.isSecretName(name) && sql.contains(value)) {
            secrets.add(value);
          }
        });
    secrets.removeIf(secret -> secret.length() < TELLING);
    return secrets.isEmpty() && SecretMask.mask(sql).equals(sql)
        ? error
        : error.alone(masked(error.fields(), text -> masked(text, secrets)));
  }

  private static ErrorFields masked(ErrorFields fields, UnaryOperator<String> mask) {
    return new ErrorFields(
        mask.apply(fields.message()),
        fields.sqlState(),
        fields.detail().map(mask),
        fields.hint().map(mask),
        fields.context().map(mask),
        0,
        fields.explanation(),
        Optional.empty());
  }

  private static String masked(String text, Set<String> secrets) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, SecretMask.MASK);
    }
    return masked;
  }
}
