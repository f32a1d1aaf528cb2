package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.NameIndex;
import io.linkspan.completion.Mark;
import io.linkspan.completion.NameSamples;
import io.linkspan.pg.QualifiedName;
import io.linkspan.request.TableReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnknownInInputTest {
  /** A plan from items of archive to users of main is in hand. */
  private static final class Route implements UnknownInInput.Known {
    private final Map<String, NameIndex> names =
        Map.of("archive", NameSamples.shop(), "main", NameSamples.shop());

    @Override
    public Optional<NameIndex> names(String connection) {
      return Optional.ofNullable(names.get(connection));
    }

    @Override
    public Optional<String> current() {
      return target();
    }

    @Override
    public Optional<String> source() {
      return Optional.of("archive");
    }

    @Override
    public Optional<String> target() {
      return Optional.of("main");
    }

    @Override
    public Optional<TableReference> plannedSource() {
      return Optional.of(
          new TableReference(Optional.of("archive"), QualifiedName.of("public", "items")));
    }

    @Override
    public Optional<TableReference> plannedTarget() {
      return Optional.of(
          new TableReference(Optional.of("main"), QualifiedName.of("public", "users")));
    }
  }

  private final UnknownInInput unknown = new UnknownInInput(new Route());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '#',
      value = {
        "select emial from users; → emial: no column \"emial\" in users on main",
        "@archive select * from userz; → userz: no table \"userz\" on archive",
        "plan copy itemz -> users → itemz: no table \"itemz\" on archive",
        "plan copy items -> userz → userz: no table \"userz\" on main",
        "plan copy archive:public.itemz -> users"
            + " → archive:public.itemz: no table \"public.itemz\" on archive",
        "plan copy (select skuu from items) -> users"
            + " → skuu: no column \"skuu\" in items on archive",
        "plan copy items -> users (emial, name) → emial: no column \"emial\" in users",
        "plan copy items -> users map emial = lower(skuu), name = sku where line = 1 and lin = 2"
            + " → emial: no column \"emial\" in users; skuu: no column \"skuu\" in items;"
            + " lin: no column \"lin\" in items",
        "plan copy items -> users distinct on (skuu) order by line on conflict (emial) do update"
            + " set nam = excluded.name → skuu: no column \"skuu\" in items;"
            + " emial: no column \"emial\" in users; nam: no column \"nam\" in users",
        "compare itemz -> userz → itemz: no table \"itemz\" on archive;"
            + " userz: no table \"userz\" on main",
        "describe userz → userz: no table \"userz\" on main",
        "map emial = skuu → emial: no column \"emial\" in users; skuu: no column \"skuu\" in items",
        "where lin = 1 → lin: no column \"lin\" in items",
        "columns (emial) → emial: no column \"emial\" in users",
        "distinct on (skuu) → skuu: no column \"skuu\" in items",
        "on conflict (emial) do nothing → emial: no column \"emial\" in users",
      })
  void marks_what_the_side_of_the_route_does_not_have(String typed, String marks) {
    assertThat(marked(typed)).isEqualTo(marks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ;",
        "-- nothing",
        "plan",
        "plan copy",
        "plan copy items",
        "plan copy items ->",
        "plan copy items -> users map",
        "plan copy items -> users map email = ",
        "plan copy items -> users map email = lower(",
        "plan copy items -> users where t.sku = 'x' batch 10 rows workers 2 truncate",
        "plan copy items -> users map email = (select max(email) from users), name = default",
        "plan copy items -> users distinct on (lower(sku), email) order by t.sku desc",
        "plan copy items -> users on conflict (lower(email)) do update set name = excluded.name"
            + " where users.id < excluded.id",
        "plan copy items -> users on conflict preserve",
        "plan copy other:things -> users",
        "plan copy nosuch.things -> crm.people (\"Last Name\")",
        "where off",
        "distinct",
        "describe us*",
        "describe other:things",
        "\\d users_pkey",
        "tables userz",
        "@other select * from userz;",
        "connect main postgresql://userz@host/db",
        "say select * from userz",
      })
  void marks_nothing_that_may_be_right(String typed) {
    assertThat(marked(typed)).isEmpty();
  }

  @Test
  void knows_what_the_session_has_made_itself() {
    String typed = "select a from scratch, users where extra = 1;";

    unknown.carriedOut("main", "create temp table scratch (a int)");
    unknown.carriedOut("main", "alter table users add column extra int");

    assertThat(marked(typed)).isEmpty();
    assertThat(marked("@archive " + typed)).isEqualTo("scratch: no table \"scratch\" on archive");
  }

  private String marked(String typed) {
    List<Mark> marks = unknown.in(typed);
    return marks.stream()
        .map(mark -> typed.substring(mark.start(), mark.end()) + ": " + mark.what())
        .collect(Collectors.joining("; "));
  }
}
