package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordFileTest {
  @TempDir Path directory;

  private Optional<Secret> find(String text, String host, int port, String database, String user)
      throws IOException {
    return PasswordFile.find(
            file(text, "rw-------"), List.of(new HostPort(host, port)), database, user)
        .password();
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = directory.resolve("pgpass");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  @Test
  void the_first_line_that_fits_holds() throws IOException {
    String text =
        """
        # h:5432:d:u:comment

        other:5432:d:u:no
        h:5433:d:u:no
        h:5432:d:u:one
        h:5432:d:u:two
        """;

    assertThat(find(text, "h", 5432, "d", "u")).contains(new Secret("one"));
    assertThat(find(text, "h", 5432, "d", "x")).isEmpty();
  }

  @Test
  void a_star_fits_everything() throws IOException {
    assertThat(find("*:*:*:u:p\n", "h", 1, "d", "u")).contains(new Secret("p"));
    assertThat(find("h:*:d*:u:p\n", "h", 1, "d", "u")).isEmpty();
  }

  @Test
  void colons_and_backslashes_are_escaped() throws IOException {
    String line = "\\:\\:1:5432:a\\:b:c\\\\d:p\\:w\\\\x:rest\r\n";

    assertThat(find(line, "::1", 5432, "a:b", "c\\d")).contains(new Secret("p:w\\x"));
  }

  @Test
  void a_line_with_too_few_fields_fits_nothing() throws IOException {
    assertThat(find("h:5432:d:u", "h", 5432, "d", "u")).isEmpty();
    assertThat(find("h\\", "h\\".replace("\\", ""), 5432, "d", "u")).isEmpty();
    assertThat(find("hh:*:*:*:p", "h", 5432, "d", "u")).isEmpty();
  }

  @Test
  void of_several_hosts_the_first_that_the_file_knows_is_taken() throws IOException {
    Path file = file("b:*:*:*:pb\nc:*:*:*:pc\n", "rw-------");
    List<HostPort> servers =
        List.of(new HostPort("a", 1), new HostPort("c", 1), new HostPort("b", 1));

    assertThat(PasswordFile.find(file, servers, "d", "u").password()).contains(new Secret("pc"));
  }

  @Test
  void a_file_that_others_may_read_is_not_used() throws IOException {
    Path file = file("*:*:*:*:p\n", "rw-r-----");

    PasswordFile.Found found = PasswordFile.find(file, List.of(new HostPort("h", 1)), "d", "u");

    assertThat(found.password()).isEmpty();
    assertThat(found.warning())
        .contains(
            "password file \""
                + file
                + "\" has group or world access; permissions should be u=rw (0600) or less");
  }

  @Test
  void a_directory_is_not_used_and_a_missing_file_is_nothing_to_tell() {
    List<HostPort> servers = List.of(new HostPort("h", 1));

    assertThat(PasswordFile.find(directory, servers, "d", "u").warning())
        .contains("password file \"" + directory + "\" is not a plain file");
    assertThat(PasswordFile.find(directory.resolve("none"), servers, "d", "u"))
        .isEqualTo(new PasswordFile.Found(Optional.empty(), Optional.empty()));
  }
}
