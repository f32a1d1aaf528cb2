package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.UserException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.postgresql.Driver;

final class SettingsRoundTripTest {
  /**
   * Any text that PostgreSQL could hold, with what matters to a parser more often than by chance.
   */
  @Provide
  Arbitrary<String> text() {
    Arbitrary<Character> odd =
        Arbitraries.of("'\\\"%@:/?#&=+ ,[]$\t\né🐘".chars().mapToObj(c -> (char) c).toList());
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(20)
        .withChars('\u0001', '\uffff')
        .injectDuplicates(0.05)
        .flatMap(s -> odd.list().ofMaxSize(8).map(list -> mixed(s, list)))
        .filter(SettingsRoundTripTest::isUnicode);
  }

  private static String mixed(String text, List<Character> odd) {
    StringBuilder mixed = new StringBuilder(text);
    for (int i = 0; i < odd.size(); i++) {
      mixed.insert((i * 7) % (mixed.length() + 1), odd.get(i));
    }
    return mixed.toString();
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static ConnectionSettings settings(String database, String user, String password) {
    return new ConnectionSettings(
        List.of(new HostPort("h", 5432)),
        database,
        user,
        Optional.of(new Secret(password)),
        Map.of());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Property(shrinking = ShrinkingMode.BOUNDED)
  void any_database_user_and_password_survive_conninfo_text(
      @ForAll("text") String database, @ForAll("text") String user, @ForAll("text") String secret) {
    String conninfo = settings(database, user, secret).conninfo();

    ParsedSettings parsed = SettingsText.parse(conninfo);

    assertThat(parsed.values())
        .isEqualTo(Map.of("host", "h", "port", "5432", "dbname", database, "user", user));
    assertThat(parsed.password()).contains(new Secret(secret));
  }

  @Property(shrinking = ShrinkingMode.BOUNDED)
  void any_database_user_and_password_survive_a_uri(
      @ForAll("text") String database, @ForAll("text") String user, @ForAll("text") String secret) {
    String uri =
        "postgresql://" + encoded(user) + ":" + encoded(secret) + "@h:1/" + encoded(database);

    ParsedSettings parsed = SettingsText.parse(uri);

    assertThat(parsed.values())
        .isEqualTo(Map.of("host", "h", "port", "1", "dbname", database, "user", user));
    assertThat(parsed.password()).contains(new Secret(secret));
  }

  @Property(shrinking = ShrinkingMode.BOUNDED)
  void any_database_user_and_password_reach_the_driver(
      @ForAll("text") String database, @ForAll("text") String user, @ForAll("text") String secret) {
    ConnectionSettings settings = settings(database, user, secret);

    Properties seen = Driver.parseURL(settings.jdbcUrl(), settings.jdbcProperties());

    assertThat(seen).isNotNull();
    assertThat(seen.getProperty("PGDBNAME")).isEqualTo(database);
    assertThat(seen.getProperty("user")).isEqualTo(user);
    assertThat(seen.getProperty("password")).isEqualTo(secret);
  }

  @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
  void a_malformed_text_gives_a_user_exception_without_the_password(
      @ForAll("frame") String frame, @ForAll("text") String noise) {
    String secret = "hunter2" + noise + "hunter2";

    String shown;
    try {
      ParsedSettings parsed = SettingsText.parse(frame.replace("SECRET", secret));
      // Elsewhere the text may mean something else in libpq too, as "&" does in a parameter.
      boolean sure = parsed.password().filter(new Secret(secret)::equals).isPresent();
      shown = sure || frame.contains(":SECRET@h") ? parsed.toString() : "";
    } catch (UserException e) {
      shown = e.getMessage() + e.fields() + e.getCause();
    }

    assertThat(shown).doesNotContain("hunter2");
  }

  @Provide
  Arbitrary<String> frame() {
    return Arbitraries.of(
        "postgresql://app:SECRET@h:5432/d?sslmode=require",
        "postgresql://app:SECRET@h1,h2/d",
        "postgres://app:SECRET",
        "jdbc:postgresql://h/d?user=app&password=SECRET",
        "jdbc:postgresql://app:SECRET@h/d",
        "postgresql:///d?password=SECRET",
        "host=h password=SECRET user=u",
        "password='SECRET' host=h",
        "password='SECRET",
        "SECRET@h/d:SECRET",
        "app:SECRET@h");
  }
}
