package io.linkspan.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Tokens;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CopyParserTest {
  private static CopyRequest parsed(String text) {
    return CopyParser.parse(Tokens.of(text));
  }

  private static CopyRequest with(String clauses) {
    return parsed("a -> b " + clauses);
  }

  private static TableReference table(String name) {
    return new TableReference(Optional.empty(), QualifiedName.unqualified(new Identifier(name)));
  }

  private static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::new).toList();
  }

  private static Map<Identifier, Filling> mapping(String... columnsAndTexts) {
    Map<Identifier, Filling> mapping = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndTexts.length; i += 2) {
      mapping.put(
          new Identifier(columnsAndTexts[i]), new Filling.Expression(columnsAndTexts[i + 1]));
    }
    return mapping;
  }

  private static UserException mistake(String text) {
    return catchThrowableOfType(UserException.class, () -> parsed(text));
  }

  @Test
  void two_tables_and_an_arrow_are_a_request() {
    assertThat(parsed("archived_users -> users"))
        .isEqualTo(CopyRequest.of(new Source.OfTable(table("archived_users")), table("users")));
  }

  @Test
  void every_clause_may_stand_on_one_line_or_on_a_line_of_its_own() {
    String first = "archive:legacy.people -> main:crm.users (username, email)";
    String map = "map email = lower(email), created_at = now(), id = default";
    String where = "where active and created_at < date '2025-01-01'";
    String distinct = "distinct on (email, lower(name)) order by updated_at desc, id";
    String conflict =
        "on conflict (email) do update set username = excluded.username"
            + " where users.updated_at < excluded.updated_at";
    Map<Identifier, Filling> mapping =
        mapping("email", "lower(email)", "created_at", "now()", "id", "");
    mapping.put(new Identifier("id"), new Filling.Default());
    CopyRequest wanted =
        new CopyRequest(
            new Source.OfTable(
                new TableReference(Optional.of("archive"), QualifiedName.of("legacy", "people"))),
            new TableReference(Optional.of("main"), QualifiedName.of("crm", "users")),
            Optional.of(names("username", "email")),
            mapping,
            Optional.of("active and created_at < date '2025-01-01'"),
            new Distinct.On(List.of("email", "lower(name)"), "updated_at desc, id"),
            Optional.of(new ConflictRule.Clause(conflict.substring("on conflict ".length()))),
            true,
            Execution.CHOSEN);

    assertThat(parsed(String.join(" ", first, map, where, distinct, conflict, "truncate")))
        .isEqualTo(wanted);
    assertThat(parsed(String.join("\n    ", first, map, where, distinct, conflict, "truncate")))
        .isEqualTo(wanted);
    assertThat(parsed(String.join("\n", first, "truncate", distinct, conflict, where, map)))
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "people | - | - | people",
        "legacy.people | - | legacy | people",
        "archive:people | archive | - | people",
        "archive:legacy.people | archive | legacy | people",
        "archive: legacy . people | archive | legacy | people",
        "\"Old Ones\".\"Peo.ple\" | - | Old Ones | Peo.ple",
        "archive:\"Peo:ple\" | archive | - | Peo:ple",
        "archive:\"Old Ones\".\"x\" | archive | Old Ones | x",
        "\"my-archive\":people | my-archive | - | people",
        "my-archive:people | my-archive | - | people",
        "my-archive-2:\"Old\".people | my-archive-2 | Old | people",
        "Archive:LEGACY.People | Archive | legacy | people",
        "map.where | - | map | where",
        "archive:truncate | archive | - | truncate",
      })
  void a_table_is_named_by_connection_schema_and_name(
      String typed, String connection, String schema, String name) {
    TableReference wanted =
        new TableReference(
            Optional.ofNullable(connection),
            new QualifiedName(
                Optional.ofNullable(schema).map(Identifier::new), new Identifier(name)));

    assertThat(parsed(typed + " -> t").source()).isEqualTo(new Source.OfTable(wanted));
    assertThat(parsed("s -> " + typed).target()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "(select a from b) | - | select a from b",
        "( select a from b ; ) | - | select a from b",
        "( select a from b ;; ) | - | select a from b",
        "archive:(select a from b) | archive | select a from b",
        "my-archive:(table b) | my-archive | table b",
        "(select ')' from b where c in (1, 2)) | - | select ')' from b where c in (1, 2)",
        "(values (1, 'a'), (2, '->')) | - | values (1, 'a'), (2, '->')",
        "(with x as (select 1 -> 2) table x) | - | with x as (select 1 -> 2) table x",
      })
  void a_query_in_brackets_may_stand_in_the_place_of_a_table(
      String typed, String connection, String sql) {
    assertThat(parsed(typed + " -> t").source())
        .isEqualTo(new Source.OfQuery(Optional.ofNullable(connection), sql));
  }

  @Test
  void a_comment_inside_a_query_is_kept_and_one_after_it_is_not() {
    assertThat(parsed("(select a -- one\n from b -- two\n) -> t").source())
        .isEqualTo(new Source.OfQuery(Optional.empty(), "select a -- one\n from b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "active",
        "map = 1",
        "truncate",
        "truncate and active",
        "truncate is null",
        "batch",
        "batch = 5 and workers > 2",
        "columns (1)",
        "\"where\" = 'x'",
        "t.where is null and t.distinct = 1 and t.on = 2",
        "a is distinct from b",
        "a is not distinct from b and c",
        "a = 'where distinct on conflict map x = 1'",
        "a = $q$ truncate $q$",
        "a in (select x from y where z limit 1)",
        "exists (select distinct map from y order by truncate)",
        "case when a then b else map end = 1",
        "not truncate",
        "a and truncate",
        "a = truncate",
        "a between map and truncate",
        "a::text = 'x'",
        "cast(a as text) = 'x'",
        "a /* where */ > 1 -- distinct\n and b",
        "a[1:2] = '{1}' and :name = 1 and b = :'value'",
        "date '2025-01-01' <= a and (b or c)",
        "a at time zone 'UTC' > now()",
        "(a, b) = (1, 2)",
        "count(*) filter (where x) > 1",
      })
  void a_condition_may_hold_the_words_that_begin_clauses(String condition) {
    CopyRequest request = with("where " + condition + " map x = 1");

    assertThat(request.where()).contains(condition);
    assertThat(request.mapping()).isEqualTo(mapping("x", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map",
        "zone",
        "truncate",
        "set",
        "batch",
        "by",
        "lower(map)",
        "a, ",
        "coalesce(a, b, 'where, map c = 1')",
        "array[a, b]",
        "case when a is distinct from b then 'on conflict' else c end",
        "(select max(x) from y where z = a.id)",
        "a->>'map'",
        "a at time zone zone",
        "interval '1 day' * 2",
        "t.distinct || t.where",
        "x::numeric(10, 2)",
      })
  void an_expression_ends_where_the_next_clause_begins(String typed) {
    String expression = typed.replaceAll(", $", "");
    CopyRequest request =
        with("map x = " + expression + ", map = 2 where b distinct on conflict fail truncate");

    assertThat(request)
        .isEqualTo(
            new CopyRequest(
                new Source.OfTable(table("a")),
                table("b"),
                Optional.empty(),
                mapping("x", expression, "map", "2"),
                Optional.of("b"),
                new Distinct.All(),
                Optional.of(new ConflictRule.Fail()),
                true,
                Execution.CHOSEN));
  }

  @Test
  void columns_may_be_named_like_clauses() {
    CopyRequest request =
        with("(map, \"where\", \"distinct\", truncate, batch) map map = map, truncate = truncate");

    assertThat(request.columns()).contains(names("map", "where", "distinct", "truncate", "batch"));
    assertThat(request.mapping()).isEqualTo(mapping("map", "map", "truncate", "truncate"));
  }

  @Test
  void the_word_columns_says_the_list_as_well() {
    assertThat(with("columns (a, \"B\")").columns()).contains(names("a", "B"));
    assertThat(with("(a) columns off").columns()).isEmpty();
  }

  @Test
  void off_takes_a_clause_back() {
    CopyRequest request =
        with(
            "where x distinct truncate columns (a) where off distinct off truncate off columns off");

    assertThat(request).isEqualTo(with(""));
  }

  @Test
  void distinct_is_of_whole_rows_or_on_expressions() {
    assertThat(with("distinct").distinct()).isEqualTo(new Distinct.All());
    assertThat(with("distinct on (a)").distinct()).isEqualTo(new Distinct.On(List.of("a"), ""));
    assertThat(with("distinct on (coalesce(a, b), c) order by d nulls last, e").distinct())
        .isEqualTo(new Distinct.On(List.of("coalesce(a, b)", "c"), "d nulls last, e"));
    assertThat(with("distinct on conflict preserve"))
        .isEqualTo(with("on conflict preserve distinct"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "do nothing                       | do nothing",
        "(email) do nothing               | (email) do nothing",
        "(email) preserve                 | (email) do nothing",
        "(lower(email)) where active do nothing | (lower(email)) where active do nothing",
        "on constraint users_key do nothing | on constraint users_key do nothing",
        "(a, b) do update set c = 1       | (a, b) do update set c = 1",
        "(a) do update set (b, c) = (excluded.b, excluded.c) where t.d is distinct from 1 | (a) do update set (b, c) = (excluded.b, excluded.c) where t.d is distinct from 1",
      })
  void a_conflict_rule_may_be_postgresqls_own_clause(String typed, String text) {
    assertThat(with("on conflict " + typed + " truncate").conflict())
        .contains(new ConflictRule.Clause(text));
  }

  @Test
  void a_conflict_rule_may_be_one_word() {
    assertThat(with("on conflict preserve").conflict()).contains(new ConflictRule.Preserve());
    assertThat(with("on conflict fail").conflict()).contains(new ConflictRule.Fail());
    assertThat(with("on conflict overwrite").conflict()).contains(new ConflictRule.Overwrite(""));
    assertThat(with("on conflict (email) overwrite").conflict())
        .contains(new ConflictRule.Overwrite("(email)"));
    assertThat(with("on conflict on constraint k overwrite").conflict())
        .contains(new ConflictRule.Overwrite("on constraint k"));
    assertThat(with("").conflictRule()).isEqualTo(new ConflictRule.Preserve());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "`` | 1 | expected a source table or a query in parentheses, found end of line",
        "a | 2 | expected \"->\", found end of line",
        "a -> | 5 | expected a target table, found end of line",
        "a => b | 3 | expected \"->\", found \"=>\"",
        "() -> b | 2 | expected a query, found \")\"",
        "a -> b ( | 9 | expected a column name, found end of line",
        "a -> b (c,) | 11 | expected a column name, found \")\"",
        "a -> b (c d) | 11 | expected \")\", found \"d\"",
        "a -> b map | 11 | expected a target column, found end of line",
        "a -> b map c | 13 | expected \"=\", found end of line",
        "a -> b map c = | 15 | expected an expression, found end of line",
        "a -> b map c = , d = 1 | 16 | expected an expression, found \",\"",
        "a -> b where | 13 | expected a condition, found end of line",
        "a -> b where on conflict fail | 14 | expected a condition, found \"on\"",
        "a -> b where x) union select 1 | 15 | expected a clause: columns, map, where, distinct, on conflict, truncate, batch or workers, found \")\"",
        "a -> b distinct on | 19 | expected \"(\", found end of line",
        "a -> b distinct on () | 21 | expected an expression, found \")\"",
        "a -> b distinct on (x) order by | 32 | expected an expression, found end of line",
        "a -> b on conflict | 19 | expected preserve, overwrite, fail, or a conflict target, found end of line",
        "a -> b on conflict (x) | 23 | expected do, preserve or overwrite, found end of line",
        "a -> b on conflict (x) fail | 24 | expected do, preserve or overwrite, found \"fail\"",
        "a -> b wehre x | 8 | expected a clause: columns, map, where, distinct, on conflict, truncate, batch or workers, found \"wehre\"",
        "a -> b 'secret' | 8 | expected a clause: columns, map, where, distinct, on conflict, truncate, batch or workers, found a string",
      })
  void a_mistake_tells_what_was_expected_and_where(String typed, int position, String message) {
    UserException mistake = mistake(typed);

    assertThat(mistake.fields().message()).isEqualTo(message);
    assertThat(mistake.fields().position()).isEqualTo(position);
    assertThat(mistake.kind()).isEqualTo(UserException.Kind.USAGE);
  }

  @Test
  void a_clause_of_a_later_version_is_refused_politely() {
    UserException mistake = mistake("a -> b create");

    assertThat(mistake.fields().message())
        .isEqualTo("the clause \"create\" is not in this version");
    assertThat(mistake.fields().hint())
        .contains("Leave it out: a copy goes into a table that exists.");
  }

  @Test
  void batch_and_workers_say_how_it_is_run() {
    assertThat(with("batch 50000 rows workers 4").execution())
        .isEqualTo(new Execution(Optional.of(new Batching.Rows(50_000)), OptionalInt.of(4)));
    assertThat(with("where x batch off").execution())
        .isEqualTo(new Execution(Optional.of(new Batching.Off()), OptionalInt.empty()));
    assertThat(with("batch 5 rows workers 2 batch auto workers auto").execution())
        .isEqualTo(Execution.CHOSEN);
  }

  @Test
  void numbers_of_batch_and_workers_have_bounds() {
    assertThat(mistake("a -> b batch 0 rows").fields().message())
        .isEqualTo("the number must be from 1 to 1000000000, not 0");
    assertThat(mistake("a -> b workers 33").fields().message())
        .isEqualTo("the number must be from 1 to 32, not 33");
    assertThat(mistake("a -> b where x batch 1.5").fields().message())
        .isEqualTo("expected a number of rows, off or auto, found \"1.5\"");
  }

  @Test
  void a_column_mapped_twice_in_one_clause_is_a_mistake_nobody_means() {
    UserException mistake = mistake("a -> b map c = 1, d = 2, c = 3");

    assertThat(mistake.fields().message()).isEqualTo("column \"c\" is mapped twice");
    assertThat(mistake.fields().position()).isEqualTo(26);
  }
}
