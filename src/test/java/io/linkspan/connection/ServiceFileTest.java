package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceFileTest {
  @TempDir Path home;

  private Environment environment(Map<String, String> variables) {
    return new Environment(variables, home, "app", home);
  }

  private ParsedSettings read(String service, String file) throws IOException {
    Files.writeString(home.resolve(".pg_service.conf"), file);
    return ServiceFile.read(service, environment(Map.of()));
  }

  @Test
  void a_service_is_the_lines_below_its_name() throws IOException {
    String file =
        """
        # services
        [main]
        host=a

          [archive]
        # the old rows
        host=b
        dbname=user data
        password=p=w
        host=ignored, the first holds
        [other]
        host=c
        """;

    ParsedSettings settings = read("archive", file);

    assertThat(settings.values()).isEqualTo(Map.of("host", "b", "dbname", "user data"));
    assertThat(settings.password()).contains(new Secret("p=w"));
  }

  @Test
  void an_unknown_service_is_told_with_the_files_looked_into() throws IOException {
    assertThatThrownBy(() -> read("archive", "[main]\nhost=a\n"))
        .isInstanceOfSatisfying(
            UserException.class,
            e ->
                assertThat(e.fields().detail())
                    .contains("Looked into \"" + home.resolve(".pg_service.conf") + "\"."))
        .hasMessage("definition of service \"archive\" not found");
  }

  @Test
  void a_service_without_any_file_is_unknown() {
    assertThatThrownBy(() -> ServiceFile.read("archive", environment(Map.of())))
        .isInstanceOf(UserException.class)
        .hasMessage("definition of service \"archive\" not found");
  }

  @Test
  void the_systems_file_is_looked_into_after_the_users() throws IOException {
    Path system = Files.createDirectory(home.resolve("etc"));
    Files.writeString(system.resolve("pg_service.conf"), "[main]\nhost=s\n[archive]\nhost=t\n");
    Files.writeString(home.resolve(".pg_service.conf"), "[main]\nhost=u\n");
    Environment environment = environment(Map.of("PGSYSCONFDIR", "etc"));

    assertThat(ServiceFile.read("main", environment).value("host")).contains("u");
    assertThat(ServiceFile.read("archive", environment).value("host")).contains("t");
  }

  @Test
  void the_file_that_pgservicefile_names_must_be_there() {
    assertThatThrownBy(
            () -> ServiceFile.read("x", environment(Map.of("PGSERVICEFILE", "none.conf"))))
        .isInstanceOf(UserException.class)
        .hasMessage("service file \"" + home.resolve("none.conf") + "\" not found");
  }

  @Test
  void a_line_that_cannot_be_read_is_told_by_its_number_and_not_repeated() {
    String place = " in service file \"" + home.resolve(".pg_service.conf") + "\", line 2";

    assertThatThrownBy(() -> read("a", "[a]\nhunter2\n")).hasMessage("syntax error" + place);
    assertThatThrownBy(() -> read("a", "[a]\nhots=hunter2\n"))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> assertThat(e.fields().hint()).contains("Perhaps you mean \"host\"."))
        .hasMessage("syntax error" + place);
    assertThatThrownBy(() -> read("a", "[a]\nservice=b\n"))
        .hasMessage("nested service specifications not supported" + place);
    assertThatThrownBy(() -> read("a", "[a]\nldap://h\n"))
        .hasMessage("LDAP lookup is not supported" + place);
  }
}
