package io.linkspan.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.NameIndex;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every text, however unfinished. */
final class AnyTypedSqlTest {
  private static final List<String> STATEMENTS =
      List.of(
          "select distinct on (u.email) u.*, lower(o.placed_at::text) as \"when\", case when u.id = 1"
              + " then 'a' else $$b$$ end from users u left join orders o using (id) where u.id in"
              + " (select id from items where line between 1 and 2) group by rollup (1, 2) having"
              + " count(*) filter (where true) > 1 order by 1 desc nulls last limit 5 for update",
          "with recursive r(n) as (values (1) union all select n + 1 from r) insert into users as u"
              + " (id, email) overriding system value select n, extract(epoch from now()) from r on"
              + " conflict (lower(email)) where id > 1 do update set (email, name) = (excluded.email,"
              + " default) where u.id = 1 returning u.id, sum(1) over (partition by id order by id)",
          "merge into users u using (select * from orders) o on u.id = o.id when matched and o.id ="
              + " 1 then update set name = 'x' when not matched then insert (id) values (default)",
          "create temp table if not exists t (a int primary key default 1, b numeric(10, 2)[]"
              + " references users (id), check (a > 1)) with (fillfactor = 70); drop table t, u",
          "alter table only users add column x int, drop column if exists y, alter column z type"
              + " text using z::text, rename to v; grant select (id), insert on table users to a",
          "explain (analyze, buffers) update only users * as u set name[1] = array['a', 'b'][1],"
              + " note = default from orders, lateral unnest(array[1]) with ordinality as t(a, b)"
              + " where current of c",
          "copy (select * from users) to stdout; truncate table only users, crm.people cascade");

  private static final NameIndex NAMES = NameSamples.shop();

  @Provide
  Arbitrary<String> mangled() {
    Arbitrary<String> statement = Arbitraries.of(STATEMENTS);
    Arbitrary<String> cut =
        Combinators.combine(
                statement,
                Arbitraries.integers().between(0, 400),
                Arbitraries.integers().between(0, 60))
            .as(
                (text, from, length) -> {
                  int begin = Math.min(from, text.length());
                  return text.substring(begin, Math.min(text.length(), begin + length));
                });
    Arbitrary<String> pieces =
        Arbitraries.of(
            ("select |from |where |(|)|[|]|,|.|;|::|'|\"|$$|--|\n|/*|*/|users |u.|on |join |as |with |by |"
                    + "insert into |values |set |update |case |end |cast(|over (|filter |union |:x|*|=|é|\0|\\")
                .split("\\|"));
    return Arbitraries.oneOf(cut, pieces).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  @Property(tries = 3000)
  void no_text_and_no_cursor_make_completion_throw(
      @ForAll("mangled") String text, @ForAll int anywhere) {
    int cursor = Math.floorMod(anywhere, text.length() + 1);

    for (Completion completion : SqlCompletion.inStatement(text, cursor, NAMES)) {
      assertThat(completion.text()).isNotEmpty().doesNotContain("\u0001");
    }
    for (Completion completion :
        SqlCompletion.inExpression(text, cursor, NAMES, List.of(NameSamples.relation("users")))) {
      assertThat(completion.text()).isNotEmpty().doesNotContain("\u0001");
    }
  }

  @Property(tries = 3000)
  void every_mark_covers_a_part_of_the_text_away_from_the_cursor(
      @ForAll("mangled") String text, @ForAll int anywhere) {
    int cursor = Math.floorMod(anywhere, text.length() + 1);

    List<Mark> marks = UnknownNames.inStatement(text, NAMES, OptionalInt.of(cursor));

    for (Mark mark : marks) {
      assertThat(mark.end()).isLessThanOrEqualTo(text.length());
      assertThat(mark.start() <= cursor && cursor <= mark.end()).isFalse();
      assertThat(mark.what()).doesNotContain("\u0001");
    }
  }

  @Test
  void every_cut_of_a_statement_is_completed_without_an_error() {
    for (String statement : STATEMENTS) {
      for (int cursor = 0; cursor <= statement.length(); cursor++) {
        String cut = statement.substring(0, cursor);

        assertThat(SqlCompletion.inStatement(statement, cursor, NAMES))
            .allSatisfy(offered -> assertThat(offered.text()).isNotBlank());
        assertThat(SqlCompletion.inStatement(cut, cursor, NAMES))
            .allSatisfy(offered -> assertThat(offered.text()).isNotBlank());
        assertThat(UnknownNames.inStatement(cut, NAMES, OptionalInt.empty()))
            .allSatisfy(mark -> assertThat(mark.end()).isBetween(mark.start(), cut.length()));
      }
    }
  }

  @Test
  void brackets_of_any_depth_are_read() {
    for (String piece :
        List.of("(", "select (", "a[", "case when ", "from (", "x(", "with a as (")) {
      String deep = "select " + piece.repeat(20_000);

      assertThat(SqlCompletion.inStatement(deep, deep.length(), NAMES))
          .as(piece)
          .allSatisfy(offered -> assertThat(offered.text()).isNotBlank());
      assertThat(UnknownNames.inStatement(deep, NAMES, OptionalInt.empty()))
          .as(piece)
          .allSatisfy(mark -> assertThat(mark.end()).isLessThanOrEqualTo(deep.length()));
    }
  }
}
