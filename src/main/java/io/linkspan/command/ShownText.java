package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Secret;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes out of any text what is known to be a secret: the passwords of the open connections, and
 * variables whose names say that they hold one. A last fence: texts come here without secrets.
 */
final class ShownText implements UnaryOperator<String> {
  /** Shorter texts are found in any text by chance. */
  private static final int TELLING = 4;

  private final Set<String> secrets = new LinkedHashSet<>();

  ShownText(Workspace workspace) {
    Set<String> open = new HashSet<>();
    for (OpenConnection connection : workspace.connections().all()) {
      connection.settings().password().map(Secret::reveal).ifPresent(secrets::add);
      open.add(connection.name());
      open.add(connection.settings().user());
      open.add(connection.settings().database());
      open.add(connection.settings().host());
    }
    workspace
        .variables()
        .forEach(
            (name, value) -> {
              if (SecretMask.isSecretName(name)) {
                secrets.add(value);
              }
            });
    // A password that is a name as well would make the page unreadable, and be told by its gaps.
    secrets.removeIf(secret -> secret.length() < TELLING || open.contains(secret));
  }

  @Override
  public String apply(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, SecretMask.MASK);
    }
    return shown;
  }
}
