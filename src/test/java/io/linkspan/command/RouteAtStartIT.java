package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

final class RouteAtStartIT {
  private static final Page PAGE = new Page(80, String::length);

  @TempDir private Path home;

  private boolean somebody;
  private final List<String> asked = new ArrayList<>();

  private final Questions questions =
      new Questions() {
        @Override
        public Optional<String> secret(String prompt) {
          asked.add(prompt);
          return Optional.of(TestDatabase.APP_USER.password());
        }

        @Override
        public boolean confirm(String question) {
          return false;
        }

        @Override
        public boolean canAnswer() {
          return somebody;
        }
      };

  private LinkspanConversation shell(Map<String, String> variables, String config)
      throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/linkspan"));
    Files.writeString(folder.resolve("config.toml"), config);
    return new LinkspanConversation(new Environment(variables, home, "tester", home), Map.of());
  }

  private static String section(String name, TestDatabase database) {
    return "[connections.%s]\nhost = \"%s\"\nport = %d\ndbname = \"%s\"\nuser = \"%s\"\n\n"
        .formatted(
            name,
            database.access().host(),
            database.access().port(),
            database.access().database(),
            database.access().login().user());
  }

  private String typed(LinkspanConversation shell, String text) {
    Outcome outcome = shell.execute(text, PAGE, questions);
    List<Line> lines =
        outcome instanceof Outcome.Looked looked
            ? looked.lines()
            : ((Outcome.Shown) outcome).lines();
    return lines.stream().map(Line::text).toList().toString();
  }

  @OnEachMajor
  void the_first_input_finds_the_route_open(TestDatabases databases) throws IOException {
    Map<String, String> password = Map.of("PGPASSWORD", TestDatabase.APP_USER.password());
    TestDatabase database = databases.create();
    database.execute("CREATE TABLE users (id integer)");
    try (LinkspanConversation shell =
        shell(password, section("archive", database) + section("main", database))) {
      shell.begin("archive -> main", PAGE, questions);

      assertThat(shell.prompt().text()).isEqualTo("archive -> main =>");
      assertThat(typed(shell, "tables")).contains("users");
      assertThat(shell.prompt().text()).isEqualTo("archive -> main =>");
      assertThat(asked).isEmpty();
    }
  }

  @OnEachMajor
  void a_password_is_asked_for_before_the_first_input(TestDatabases databases) throws IOException {
    TestDatabase database = databases.create();
    somebody = true;
    try (LinkspanConversation shell =
        shell(Map.of(), section("archive", database) + section("main", database))) {
      shell.begin("archive -> main", PAGE, questions);

      assertThat(asked).hasSize(2);
      assertThat(typed(shell, "connections")).contains("archive", "main");
      assertThat(asked).hasSize(2);
    }
  }

  @OnEachMajor
  void a_password_that_nobody_could_be_asked_for_is_asked_for_at_the_first_input(
      TestDatabases databases) throws IOException {
    TestDatabase database = databases.create();
    try (LinkspanConversation shell =
        shell(Map.of(), section("archive", database) + section("main", database))) {
      shell.begin("archive -> main", PAGE, questions);

      assertThat(typed(shell, "connections")).contains("archive", "main");
      assertThat(asked).hasSize(2);
    }
  }

  @OnEachMajor
  void an_end_that_cannot_be_reached_is_told_once(TestDatabases databases) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String nobody = "[connections.archive]\nhost = \"127.0.0.1\"\nport = %d\n".formatted(port);
    try (LinkspanConversation shell = shell(Map.of(), nobody)) {
      shell.begin("archive -> main", PAGE, questions);

      UserException first =
          catchThrowableOfType(UserException.class, () -> shell.execute("tables", PAGE, questions));
      assertThat(first.kind()).isEqualTo(UserException.Kind.CONNECTION);
      assertThat(first.fields().message())
          .isEqualTo("connection to 127.0.0.1:%d refused".formatted(port));
      UserException second =
          catchThrowableOfType(UserException.class, () -> shell.execute("tables", PAGE, questions));
      assertThat(second.fields().message()).isEqualTo("no connection is open");
      assertThat(shell.prompt().text()).isEqualTo("linkspan=>");
    }
  }

  @OnEachMajor
  void sql_for_a_target_that_is_not_reached_does_not_go_to_the_source(TestDatabases databases)
      throws IOException {
    Map<String, String> password = Map.of("PGPASSWORD", TestDatabase.APP_USER.password());
    TestDatabase database = databases.create();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String main = "[connections.main]\nhost = \"127.0.0.1\"\nport = %d\n".formatted(port);
    try (LinkspanConversation shell = shell(password, section("archive", database) + main)) {
      shell.begin("archive -> main", PAGE, questions);

      assertThat(message(shell, "select 1;"))
          .isEqualTo("connection to 127.0.0.1:%d refused".formatted(port));
      assertThat(message(shell, "select 1;")).isEqualTo("target \"main\" is not connected");
      assertThat(shell.prompt().text()).isEqualTo("archive -> ? =>");
      shell.execute("connect archive as target", PAGE, questions);
      assertThat(shell.execute("select 1;", PAGE, questions)).isInstanceOf(Outcome.Results.class);
    }
  }

  private String message(LinkspanConversation shell, String text) {
    return catchThrowableOfType(UserException.class, () -> shell.execute(text, PAGE, questions))
        .fields()
        .message();
  }

  @OnEachMajor
  void what_is_no_route_is_refused_at_once(TestDatabases databases) throws IOException {
    try (LinkspanConversation shell = shell(Map.of(), "")) {
      assertThat(
              catchThrowableOfType(
                      UserException.class, () -> shell.begin("archive", PAGE, questions))
                  .fields()
                  .message())
          .isEqualTo("\"archive\" is no route");
    }
  }
}
