package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedConnectionsTest {
  @TempDir Path home;
  private SavedConnections connections;

  @BeforeEach
  void open() {
    connections = SavedConnections.of(new Environment(Map.of(), home, "u", home));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(connections.file().getParent());
    Files.writeString(connections.file(), text);
  }

  private String text() throws IOException {
    return Files.readString(connections.file());
  }

  private static SavedConnection archive(String conninfo) {
    return SavedConnection.of("archive", SettingsText.parse(conninfo));
  }

  @Test
  void the_file_is_where_the_desktop_specification_says() {
    assertThat(connections.file()).isEqualTo(home.resolve(".config/linkspan/config.toml"));
    Environment moved = new Environment(Map.of("XDG_CONFIG_HOME", "/x"), home, "u", home);
    assertThat(SavedConnections.of(moved).file()).hasToString("/x/linkspan/config.toml");
    Environment relative = new Environment(Map.of("XDG_CONFIG_HOME", "x"), home, "u", home);
    assertThat(SavedConnections.of(relative).file()).isEqualTo(connections.file());
  }

  @Test
  void without_a_file_there_are_none() {
    assertThat(connections.all()).isEmpty();
    assertThat(connections.forget("archive")).isFalse();
    assertThat(connections.file()).doesNotExist();
  }

  @Test
  void a_connection_is_written_in_parts_to_a_file_of_the_users_own() throws IOException {
    ParsedSettings settings =
        SettingsText.parse("postgresql://app@h:5433/archive?sslmode=require&connect_timeout=5");
    ReachedBy way = ReachedBy.parse("host=db1 port=5432");

    connections.save(new SavedConnection("archive", settings, Optional.of(way), true, true));

    assertThat(text())
        .isEqualTo(
            """
            [connections.archive]
            host = "h"
            port = 5433
            database = "archive"
            user = "app"
            connect_timeout = 5
            sslmode = "require"
            reached_by = "host='db1' port='5432'"
            read_only = true
            production = true
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(connections.file())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(connections.file().getParent())))
        .isEqualTo("rwx------");
    assertThat(connections.file().getParent().toFile().list()).containsExactly("config.toml");
  }

  @Test
  void what_is_saved_is_read_back() {
    SavedConnection odd =
        new SavedConnection(
            "the \"odd\" one\u0001",
            SettingsText.parse("service='a \\' \\\\ b' options='-c x=é🐘\t'"),
            Optional.of(ReachedBy.parse("host=/run")),
            false,
            true);

    connections.save(odd);
    connections.save(archive("host=h"));

    assertThat(connections.all()).containsExactly(odd, archive("host=h"));
    assertThat(connections.named("archive")).contains(archive("host=h"));
    assertThat(connections.named("none")).isEmpty();
  }

  @Test
  void a_password_is_never_written() throws IOException {
    connections.save(archive("host=h password=hunter2 sslpassword=hunter2"));
    connections.save(
        SavedConnection.of("main", SettingsText.parse("postgresql://u:hunter2@h/d?sslmode=allow")));

    assertThat(text()).doesNotContain("hunter2").doesNotContain("password");
  }

  @Test
  void saving_a_new_one_and_forgetting_it_leaves_the_file_byte_for_byte() throws IOException {
    for (String before : new String[] {"# mine\n[history]\nsize = 3 # rows\n", "a = 1\r\n"}) {
      write(before);

      connections.save(archive("host=h"));
      assertThat(text()).startsWith(before).contains("[connections.archive]");
      assertThat(connections.forget("archive")).isTrue();

      assertThat(text()).isEqualTo(before);
    }
  }

  @Test
  void an_edit_touches_the_lines_of_one_section_only() throws IOException {
    write(
        """
        # top
        notes = \"""
        [connections.archive]
        \"""
        list = [
          [1],
        ]

        [ connections . "archive" ]   # old
        host = "old"
        # inside
        port = 1

        # about main
        [connections.main]
          host   =   'm'
        # end""");

    connections.save(archive("host=new"));

    assertThat(text())
        .isEqualTo(
            """
            # top
            notes = \"""
            [connections.archive]
            \"""
            list = [
              [1],
            ]

            [connections.archive]
            host = "new"

            # about main
            [connections.main]
              host   =   'm'
            # end""");
    connections.forget("archive");
    assertThat(text())
        .isEqualTo(
            """
            # top
            notes = \"""
            [connections.archive]
            \"""
            list = [
              [1],
            ]

            # about main
            [connections.main]
              host   =   'm'
            # end""");
  }

  @Test
  void a_file_without_a_last_line_end_gets_one_before_a_new_section() throws IOException {
    write("a = 1");

    connections.save(archive("host=h"));

    assertThat(text()).isEqualTo("a = 1\n\n[connections.archive]\nhost = \"h\"\n");
  }

  @Test
  void a_linked_file_stays_a_link() throws IOException {
    Path real = Files.writeString(home.resolve("dotfiles.toml"), "a = 1\n");
    Files.createDirectories(connections.file().getParent());
    Files.createSymbolicLink(connections.file(), real);

    connections.save(archive("host=h"));

    assertThat(connections.file()).isSymbolicLink();
    assertThat(Files.readString(real)).contains("[connections.archive]");
  }

  @Test
  void a_connection_that_is_no_section_of_its_own_is_left_to_the_user() throws IOException {
    write("[connections]\narchive = { host = 'h' }\n");

    assertThat(connections.named("archive")).contains(archive("host=h"));
    assertThatThrownBy(() -> connections.forget("archive"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "could not change connection \"archive\" in configuration file \""
                + connections.file()
                + "\"");
  }

  @Test
  void a_uri_and_parts_may_stand_together_and_the_parts_hold() throws IOException {
    write("[connections.archive]\nuri = 'postgresql://u@h/d'\nport = 7\ndatabase = 'e'\n");

    assertThat(connections.named("archive")).contains(archive("host=h user=u dbname=e port=7"));
  }
}
