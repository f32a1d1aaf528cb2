package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Literal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "connect a postgresql://u:secret@h/d as source | connect a postgresql://u:***@h/d as source",
        "connect a postgresql://ann:hid%3Aden@host/db | connect a postgresql://ann:***@host/db",
        "connect a postgresql://ann:hi:d@e 'n@host/db | connect a postgresql://ann:***@host/db",
        "connect a password = hidden user=u | connect a password = *** user=u",
        "alter role ann password 'hid''den'; | alter role ann password '***';",
        "select 'postgres://a:hidden@h', 1; | select 'postgres://a:***', 1;",
        "connect a host=h password=secret dbname=d | connect a host=h password=*** dbname=d",
        "connect a host=h password='it\\'s' dbname=d | connect a host=h password=*** dbname=d",
        "connect a host=h password = sec\\ ret dbname=d | connect a host=h password = *** dbname=d",
        "connect a host=h sslpassword=x sslmode=require | connect a host=h sslpassword=*** sslmode=require",
        "connect a postgresql://h/d?user=u&password=secret | connect a postgresql://h/d?user=u&password=***",
        "connect a jdbc:postgresql://h/d?password=secret | connect a jdbc:postgresql://h/d?password=***",
        "ALTER ROLE r PASSWORD 'secret' VALID UNTIL 'infinity'; | ALTER ROLE r PASSWORD '***' VALID UNTIL 'infinity';",
        "create user r encrypted password $x$secret$x$; | create user r encrypted password '***';",
        "CREATE USER MAPPING FOR u SERVER s OPTIONS (user 'u', password 'secret'); | CREATE USER MAPPING FOR u SERVER s OPTIONS (user 'u', password '***');",
        "alter user mapping for u server s options (set \"password\" 'secret'); | alter user mapping for u server s options (set \"password\" '***');",
        "select * from dblink('host=h password=secret', 'select 1') as t(a int); | select * from dblink('host=h password=***', 'select 1') as t(a int);",
        "select dblink_exec('host=h password=' || 'secret', 'x'); | select dblink_exec('host=h password=***' || '***', '***');",
        "select 1; \\c postgresql://u:secret@h/db | select 1; \\c postgresql://u:***@h/db",
        "@main \\c dbname=x password=secret | @main \\c dbname=x password=***",
        "@main \\c dbname=x password='it\\'s' user=u | @main \\c dbname=x password=*** user=u",
        "select 1 \\g |psql postgresql://u:secret@h/db | select 1 \\g |psql postgresql://u:***@h/db",
        "\\g |PGPASSWORD=secret psql | \\g |PGPASSWORD=*** psql",
        "select 1 \\g |PGPASSWORD=secret psql | select 1 \\g |PGPASSWORD=*** psql",
        "select 1 \\w |psql postgresql://u:secret@h | select 1 \\w |psql postgresql://u:***@h",
        "select '\\' \\echo a \\\\ alter role r password 'secret'; | select '\\' \\echo a \\\\ alter role r password '***';",
        "alter role r password 'secret'; \\set pw x | alter role r password '***'; \\set pw ***",
        "select 1 -- postgresql://u:secret@h/db | select 1 -- postgresql://u:***@h/db",
        "let pg_password = secret | let pg_password = ***",
      })
  void a_password_is_taken_out_and_the_rest_stays(String typed, String kept) {
    assertThat(SecretMask.mask(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect a postgresql://u@h:5432/d as source",
        "connect a postgresql://h:5432,i:5433/d",
        "connect a service=archive reached by \"host=h port=5\"",
        "connect a host=h passfile=/home/u/.pgpass",
        "select password from users where name = 'x';",
        "select 1 \\gset a_ \\echo :a_b \\\\ select '@', 'x' \\g (format=csv) f.csv",
        "set password_encryption = 'scram-sha-256';",
        "plan copy archived_users -> users map email = lower(email)",
      })
  void what_holds_no_password_stays_as_it_is(String typed) {
    assertThat(SecretMask.mask(typed)).isEqualTo(typed);
  }

  @Provide
  Arbitrary<String> passwords() {
    return Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(6),
            Arbitraries.of(
                "'", "''", "\"", "\\", "\\'", " ", "@", ":", "/", "$", "$$", "=", "%", "é"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  /** What is kept is the same whatever the password, so nothing of it is in it. */
  @Property
  void nothing_kept_depends_on_the_password(@ForAll("passwords") String password) {
    for (String form : forms(password)) {
      int index = forms(password).indexOf(form);
      assertThat(SecretMask.mask(form)).isEqualTo(SecretMask.mask(forms("plain").get(index)));
    }
  }

  private static List<String> forms(String password) {
    String conninfo = "host=h password=" + Literal.conninfo(password) + " dbname=d";
    // In double quotes libpq would read on; there more is taken out than need be.
    String bare = password.replace("\"", "x").replaceAll("(['\\\\\\s])", "\\\\$1");
    String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    String escaped = "E'" + password.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return List.of(
        "connect a " + conninfo + " as source",
        "connect a \"" + conninfo.replace("\"", "") + "\"",
        "connect a host=h password=" + bare + " dbname=d",
        "connect a postgresql://u:" + encoded + "@h/d read only",
        "connect a postgresql://u:" + password + "@h/d",
        "connect a postgresql://h/d?user=u&password=" + encoded,
        "ALTER ROLE r PASSWORD " + Literal.quoted(password) + ";",
        "ALTER ROLE r PASSWORD " + escaped + ";",
        "alter role r with password " + Literal.dollarQuoted(password, "q") + ";",
        "CREATE USER MAPPING FOR u SERVER s OPTIONS (user 'u', password "
            + Literal.quoted(password)
            + ");",
        "@main select dblink_connect('c', " + Literal.quoted(conninfo) + ");",
        "select dblink_connect('c', " + Literal.dollarQuoted(conninfo, "q") + ");",
        "select dblink_connect('c', 'host=h password=' || " + Literal.quoted(password) + ");",
        "select dblink_connect('postgresql://u:" + encoded + "@h/d');");
  }

  @Test
  void a_variable_that_is_named_for_a_secret_keeps_its_value_to_itself() {
    assertThat(SecretMask.mask("let pw = wr0ng")).isEqualTo("let pw = ***");
    assertThat(SecretMask.mask("\\set db_password 'x y'")).isEqualTo("\\set db_password ***");
    assertThat(SecretMask.mask("let count = 9")).isEqualTo("let count = 9");
    assertThat(SecretMask.mask("let a = 'pw'")).isEqualTo("let a = 'pw'");
  }

  @Test
  void lines_after_a_backslash_command_are_sql_again() {
    assertThat(SecretMask.mask("\\echo it's\nalter role r password 'hidden';"))
        .isEqualTo("\\echo it's\nalter role r password '***';");
    assertThat(SecretMask.mask("\\c x password=hid'den\nalter role r password 'hidden';"))
        .isEqualTo("\\c x password=***\nalter role r password '***';");
    assertThat(SecretMask.mask("select 1 \\g |tee a\nselect password = 'a' from users;"))
        .isEqualTo("select 1 \\g |tee a\nselect password = 'a' from users;");
  }

  @Test
  void what_is_taken_out_of_a_statement_is_known_in_each_spelling_of_it() {
    assertThat(SecretMask.secrets("alter role r password 'it''s' zzz"))
        .containsExactly("'it''s'", "it's", "it''s");
    assertThat(SecretMask.secrets("select 'postgresql://u:hidden@h/d' zzz")).contains("hidden");
    assertThat(SecretMask.secrets("select 'host=h password=''hidden'' user=u' zzz"))
        .contains("hidden");
    assertThat(SecretMask.secrets("alter role r password 'hidden zzz")).contains("hidden zzz");
    assertThat(SecretMask.secrets("select 'a', password from users")).isEmpty();
  }

  @Test
  void a_name_says_whether_a_variable_is_a_secret() {
    assertThat(List.of("pw", "DB_PASSWORD", "my_secret", "since", "n"))
        .filteredOn(SecretMask::isSecretName)
        .containsExactly("pw", "DB_PASSWORD", "my_secret");
  }

  @Test
  void a_column_called_password_is_no_secret_and_a_connection_string_in_a_constant_is() {
    assertThat(SecretMask.inConstant("plan copy a -> b map password = lower(password)")).isFalse();
    assertThat(SecretMask.inConstant("plan copy a -> b where password = 'x'")).isFalse();
    assertThat(SecretMask.inConstant("plan copy (select dblink('password=x', 'y') as v) -> b"))
        .isTrue();
  }

  @Test
  void a_very_long_password_takes_no_stack() {
    String typed = "connect x password=" + "s".repeat(200_000);

    assertThat(SecretMask.mask(typed)).isEqualTo("connect x password=***");
  }
}
