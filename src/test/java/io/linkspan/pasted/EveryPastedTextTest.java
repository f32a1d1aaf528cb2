package io.linkspan.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.SettingsText;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.pg.TypeName;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.RequestText;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever names, passwords and quotes there are: nothing is lost, and no password is told. */
final class EveryPastedTextTest {
  private static final String MARK = "Geheim";

  private static String quoted(String value, int how) {
    return switch (how) {
      case 0 -> "'" + value.replace("'", "''") + "'";
      case 1 -> "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
      case 2 -> Literal.dollarQuoted(value, "q");
      default -> Literal.quoted(value);
    };
  }

  @Provide
  Arbitrary<String> passwords() {
    return Arbitraries.strings()
        .withChars('\'', '"', '\\', '$', '=', ' ', ';', '-', '/', '*', '@', ':', '%', 'ü', '€', '(')
        .ofMaxLength(8)
        .map(text -> text + MARK + text);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars('a', 'b', '"', '\'', '$', ' ', '.', 'Ä', '-', ',', '(', ')', ';', '\\', '日')
        .ofMinLength(1)
        .ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "INSERT INTO ",
            "users ",
            "(a, b) ",
            "SELECT ",
            "DISTINCT ON (",
            "a, ",
            "b ",
            "* ",
            "FROM ",
            "dblink(",
            "'archive', ",
            "'select a, b from t'",
            "'password=" + MARK + "', ",
            "$$",
            "$q$",
            "'",
            "\"",
            "E'\\'",
            ") ",
            "AS t(a int, b text) ",
            "WHERE ",
            "ON CONFLICT ",
            "DO NOTHING",
            "; ",
            "--",
            "/*",
            "*/",
            "\n",
            "::text ",
            "U&'\\0061' ",
            "||",
            "NULL",
            "false",
            "(",
            "[",
            "COPY t TO STDOUT",
            "dblink_connect(",
            "DO ",
            "copy ",
            "t.",
            "GROUP BY ",
            "\\",
            "\0",
            "\uD83D");
    return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
  }

  private static PastedFacts facts(List<String> names) {
    List<RemoteOutput> outputs =
        names.stream()
            .map(name -> new RemoteOutput(new Identifier(name), TypeName.builtin("text")))
            .toList();
    return new PastedFacts(
        "archive",
        "main",
        List.of(new Identifier("a"), new Identifier("b")),
        Optional.of(outputs),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  @Property(tries = 2000)
  void no_text_breaks_the_reader_or_the_gate(@ForAll("texts") String text) {
    Passage passage = TypedCalls.of(text, TypedCallsTest.SECRETS, TypedCallsTest.HOME, false);
    Reading<DblinkInsert> reading = DblinkInsert.parse(text);

    assertThat(passage.toString()).isNotNull();
    if (reading.value().isPresent()) {
      PastedReader.read(reading.value().orElseThrow(), facts(List.of("a", "b")));
    }
    if (passage instanceof Passage.AsTyped as) {
      assertThat(as.findings().toString()).doesNotContain(MARK);
    }
  }

  @Property(tries = 1000)
  void a_password_in_a_call_reaches_no_text_that_is_sent(
      @ForAll("passwords") String password, @ForAll("names") String database, @ForAll int seed) {
    String conninfo =
        "dbname="
            + Literal.conninfo(database)
            + " password = "
            + Literal.conninfo(password)
            + " user=app";
    String constant = quoted(conninfo, Math.floorMod(seed, 4));
    String rest = ", " + quoted("SELECT '" + MARK.charAt(0) + "'", Math.floorMod(seed, 3));

    Passage query =
        TypedCalls.of(
            "SELECT * FROM dblink(" + constant + rest + ") AS t(a int) WHERE 'x' = $$y$$",
            TypedCallsTest.SECRETS,
            TypedCallsTest.HOME,
            false);
    Passage connect =
        TypedCalls.of(
            "SELECT dblink_connect('c', " + constant + ")",
            TypedCallsTest.SECRETS,
            TypedCallsTest.HOME,
            false);

    assertThat(query).isInstanceOf(Passage.Through.class);
    Passage.Through through = (Passage.Through) query;
    assertThat(through.sql())
        .isEqualTo(
            "SELECT * FROM dblink('linkspan_typed_1'" + rest + ") AS t(a int) WHERE 'x' = $$y$$");
    assertThat(through + through.findings().toString()).doesNotContain(MARK);
    assertThat(through.links()).containsOnly(Map.entry("linkspan_typed_1", conninfo));
    assertThat(SettingsText.parse(conninfo).password().orElseThrow().reveal()).isEqualTo(password);
    assertThat(connect)
        .isEqualTo(new Passage.Connect("dblink_connect", Optional.of("c"), conninfo));
    assertThat(connect.toString()).doesNotContain(MARK);
  }

  @Property(tries = 500)
  void a_password_within_a_body_or_a_concatenation_is_not_sent(
      @ForAll("passwords") String password, @ForAll int seed) {
    String conninfo = "dbname=x password=" + Literal.conninfo(password);
    String call = "PERFORM dblink_connect(" + quoted(conninfo, Math.floorMod(seed, 4)) + ")";
    for (String sql :
        List.of(
            "DO " + quoted("BEGIN " + call + "; END", Math.floorMod(seed / 4, 4)),
            "SELECT * FROM dblink('dbname=x password=' || "
                + Literal.quoted(password)
                + ", 'SELECT 1') AS t(a int)")) {
      Passage passage = TypedCalls.of(sql, TypedCallsTest.SECRETS, TypedCallsTest.HOME, false);
      assertThat(passage).as(sql).isInstanceOf(Passage.Refused.class);
      assertThat(passage.toString()).doesNotContain(MARK);
    }
  }

  @Property(tries = 1000)
  void every_name_keeps_its_place(
      @ForAll("names") String one, @ForAll("names") String two, @ForAll("names") String table) {
    if (one.equals(two)) {
      return;
    }
    Identifier first = new Identifier(one);
    Identifier second = new Identifier(two);
    String remote =
        "SELECT %s, %s FROM %s"
            .formatted(second.quoted(), first.quoted(), new Identifier(table).quoted());
    String sql =
        "INSERT INTO %s (%s, %s) SELECT d.%s, upper(%s) FROM dblink('archive', %s) AS d(%s text, %s text)"
            .formatted(
                new Identifier(table).quoted(),
                first.quoted(),
                second.quoted(),
                first.quoted(),
                second.quoted(),
                Literal.quoted(remote),
                first.quoted(),
                second.quoted());

    PastedCopy copy =
        PastedReader.read(
            DblinkInsert.parse(sql).value().orElseThrow(() -> new AssertionError(sql)),
            facts(List.of(two, one)));

    CopyRequest request =
        copy.request().orElseThrow(() -> new AssertionError(sql + copy.findings()));
    assertThat(RequestText.of(request, "archive", "main"))
        .as(sql)
        .contains("map " + first.quoted() + " = " + second.quoted())
        .contains(second.quoted() + " = upper(" + first.quoted() + ")");
  }

  @Provide
  Arbitrary<String> conninfos() {
    Arbitrary<String> keywords =
        Arbitraries.of("host", "port", "dbname", "user", "password", "x", "");
    return Combinators.combine(keywords, passwords())
        .as((keyword, value) -> keyword + "=" + value)
        .list()
        .ofMaxSize(4)
        .map(list -> String.join(" ", list));
  }

  @Property(tries = 1000)
  void a_broken_connection_string_is_told_without_a_word_of_it(@ForAll("conninfos") String text) {
    Passage passage =
        TypedCalls.of(
            "SELECT * FROM dblink(" + Literal.quoted(text) + ", 'SELECT 1') AS t(a int)",
            TypedCallsTest.SECRETS,
            TypedCallsTest.HOME,
            false);

    assertThat(passage.toString()).isNotNull();
    if (text.contains("password=")) {
      assertThat(passage).isNotInstanceOf(Passage.AsTyped.class);
    }
  }
}
