package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can stand at the end of what is typed, marked by a bar. */
final class CompletionPlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '`',
      value = {
        "| ~ COMMAND",
        "pl| ~ COMMAND",
        "use | ~ CONNECTION",
        "use arch| ~ CONNECTION",
        "use archive | ~ ARROW",
        "use archive -> | ~ CONNECTION",
        "use archive -> ma| ~ CONNECTION",
        "use archive -> main | ~ NOTHING",
        "connect | ~ SAVED_CONNECTION",
        "connect a | ~ WORDS",
        "disconnect | ~ CONNECTION",
        "save | ~ WORDS",
        "save connection | ~ CONNECTION",
        "forget connection ma| ~ CONNECTION",
        "describe | ~ ANY_TABLE",
        "\\d us| ~ ANY_TABLE",
        "compare | ~ SOURCE_TABLE",
        "compare a | ~ ARROW",
        "compare a -> | ~ TARGET_TABLE",
        "plan | ~ PLAN_WORD",
        "plan co| ~ PLAN_WORD",
        "plan copy | ~ SOURCE_TABLE",
        "plan copy arch| ~ SOURCE_TABLE",
        "plan copy legacy.peo| ~ SOURCE_TABLE",
        "plan copy a | ~ ARROW",
        "plan copy (select 1) | ~ ARROW",
        "plan copy a -> | ~ TARGET_TABLE",
        "plan copy a -> us| ~ TARGET_TABLE",
        "plan copy a -> b | ~ CLAUSE",
        "plan copy a -> b (| ~ TARGET_COLUMN",
        "plan copy a -> b (c, | ~ TARGET_COLUMN",
        "plan copy a -> b (c, d) | ~ CLAUSE",
        "plan copy a -> b map | ~ TARGET_COLUMN",
        "plan copy a -> b map em| ~ TARGET_COLUMN",
        "plan copy a -> b map c = | ~ SOURCE_COLUMN",
        "plan copy a -> b map c = lower(| ~ SOURCE_COLUMN",
        "plan copy a -> b map c = lower(x), | ~ TARGET_COLUMN",
        "plan copy a -> b map c = coalesce(x, | ~ SOURCE_COLUMN",
        "plan copy a -> b map c = x || | ~ SOURCE_COLUMN",
        "plan copy a -> b map c = lower(x) | ~ CLAUSE",
        "plan copy a -> b where | ~ SOURCE_COLUMN",
        "plan copy a -> b where x = 1 and | ~ SOURCE_COLUMN",
        "plan copy a -> b distinct | ~ WORDS",
        "plan copy a -> b distinct on (| ~ TARGET_COLUMN",
        "plan copy a -> b distinct on (x) | ~ WORDS",
        "plan copy a -> b distinct on (x) order by | ~ TARGET_COLUMN",
        "plan copy a -> b on | ~ WORDS",
        "plan copy a -> b on conflict | ~ CONFLICT_RULE",
        "plan copy a -> b on conflict (| ~ TARGET_COLUMN",
        "plan copy a -> b on conflict (x) | ~ WORDS",
        "plan copy a -> b on conflict (x) do update set | ~ TARGET_COLUMN",
        "plan copy a -> b distinct on conflict | ~ CONFLICT_RULE",
        "plan copy a -> b truncate | ~ CLAUSE",
        "map | ~ TARGET_COLUMN",
        "map c = | ~ SOURCE_COLUMN",
        "where | ~ SOURCE_COLUMN",
        "on | ~ WORDS",
        "on conflict | ~ CONFLICT_RULE",
        "columns (| ~ TARGET_COLUMN",
        "distinct | ~ WORDS",
        "run | ~ WORDS",
        "check | ~ WORDS",
        "expect | ~ WORDS",
        "help | ~ COMMAND",
        "tables | ~ NOTHING",
        "select | ~ SQL",
        "select * from us| ~ SQL",
        "@archive select | ~ SQL",
      })
  void each_place_knows_what_it_waits_for(String typed, CompletionPlace.Kind kind) {
    String before = typed.substring(0, typed.lastIndexOf('|'));

    assertThat(CompletionPlace.of(before).kind()).isEqualTo(kind);
  }

  @Test
  void the_tables_on_the_line_tell_whose_columns_are_meant() {
    CompletionPlace place = CompletionPlace.of("plan copy archive:legacy.people -> users map x = ");

    assertThat(place.source()).contains(QualifiedName.of("legacy", "people"));
    assertThat(place.target()).contains(QualifiedName.unqualified(new Identifier("users")));
  }
}
