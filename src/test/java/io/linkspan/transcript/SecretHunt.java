package io.linkspan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.Jdbc;
import io.linkspan.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for the password wherever a session may leave it. */
final class SecretHunt {
  private final Stage stage;
  private final Map<TestServer, Integer> logged = new HashMap<>();

  /** From now on the servers must not learn it. */
  SecretHunt(Stage stage) {
    this.stage = stage;
    for (TestServer server : stage.servers()) {
      server.execute("postgres", "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      server.execute("postgres", "SELECT pg_stat_statements_reset()");
      logged.put(server, server.log().length());
    }
  }

  /** What was shown, and the files of the home. */
  void searchShown(String shown) {
    nowhere("the screen", shown);
    List<Path> given = stage.givenFiles();
    try (Stream<Path> files = Files.walk(stage.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!given.contains(file)) {
          nowhere(file.toString(), Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the servers keep; to be called while the sessions are there. */
  void searchServers() {
    for (TestServer server : stage.servers()) {
      String where = "PostgreSQL " + server.major() + ", ";
      nowhere(where + "pg_stat_activity", queries(server, "pg_stat_activity"));
      nowhere(where + "pg_stat_statements", queries(server, "pg_stat_statements"));
      nowhere(where + "log", server.log().substring(logged.get(server)));
    }
  }

  private static String queries(TestServer server, String view) {
    return String.join("\n", Jdbc.query(server.superuser(), "SELECT query FROM " + view));
  }

  private static void nowhere(String where, String text) {
    for (String form : Password.forms()) {
      assertThat(text.contains(form))
          .as("%s has the password: %s", where, around(text, form))
          .isFalse();
    }
  }

  private static String around(String text, String form) {
    int at = text.indexOf(form);
    byte[] part =
        at < 0
            ? new byte[0]
            : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 50))
                .getBytes(StandardCharsets.UTF_8);
    return new String(part, StandardCharsets.UTF_8);
  }
}
