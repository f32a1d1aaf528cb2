package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.request.TableReference;
import java.util.Optional;
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
        "sel| ~ COMMAND",
        "\\| ~ COMMAND",
        "\\d| ~ COMMAND",
        "@| ~ AT_CONNECTION",
        "@arch| ~ AT_CONNECTION",
        "use | ~ CONNECTION",
        "use arch| ~ CONNECTION",
        "use archive | ~ WORDS",
        "use archive -> | ~ CONNECTION",
        "use archive -> ma| ~ CONNECTION",
        "use archive -> main | ~ NOTHING",
        "connect | ~ SAVED_CONNECTION",
        "connect a | ~ WORDS",
        "connect a as | ~ WORDS",
        "disconnect | ~ CONNECTION",
        "save | ~ WORDS",
        "save connection | ~ CONNECTION",
        "forget connection ma| ~ SAVED_CONNECTION",
        "refresh | ~ CONNECTION",
        "refresh ar| ~ CONNECTION",
        "refresh materialized view a| ~ SQL",
        "describe | ~ LISTED",
        "\\d us| ~ LISTED",
        "\\ds+ | ~ LISTED",
        "\\dtv | ~ LISTED",
        "\\des | ~ SIDE",
        "tables | ~ ANY_TABLE",
        "tables archive:| ~ ANY_TABLE",
        "schemas | ~ LISTED",
        "compare | ~ SOURCE_TABLE",
        "compare a | ~ WORDS",
        "compare a -> | ~ TARGET_TABLE",
        "plan | ~ WORDS",
        "plan co| ~ WORDS",
        "plan copy | ~ SOURCE_TABLE",
        "plan copy arch| ~ SOURCE_TABLE",
        "plan copy archive:arch| ~ SOURCE_TABLE",
        "plan copy legacy.peo| ~ SOURCE_TABLE",
        "plan copy legacy.| ~ SOURCE_TABLE",
        "plan copy \"Mixed Ca| ~ SOURCE_TABLE",
        "plan copy a | ~ WORDS",
        "plan copy (select | ~ SQL",
        "plan copy (select 1) | ~ WORDS",
        "plan copy a -> | ~ TARGET_TABLE",
        "plan copy a -> us| ~ TARGET_TABLE",
        "plan copy a -> main:us| ~ TARGET_TABLE",
        "plan copy a -> b | ~ CLAUSE",
        "plan copy a -> b (| ~ TARGET_COLUMN",
        "plan copy a -> b (c, | ~ TARGET_COLUMN",
        "plan copy a -> b (c, d) | ~ CLAUSE",
        "plan copy a -> b (c, d) w| ~ CLAUSE",
        "plan copy a -> b map | ~ MAP_COLUMN",
        "plan copy a -> b map em| ~ MAP_COLUMN",
        "plan copy a -> b map em | ~ WORDS",
        "plan copy a -> b map c = | ~ SOURCE_EXPRESSION",
        "plan copy a -> b map c = lower(| ~ SOURCE_EXPRESSION",
        "plan copy a -> b map c = lower(x), | ~ MAP_COLUMN",
        "plan copy a -> b map c = coalesce(x, | ~ SOURCE_EXPRESSION",
        "plan copy a -> b map c = x || | ~ SOURCE_EXPRESSION",
        "plan copy a -> b map c = lower(x) | ~ CLAUSE",
        "plan copy a -> b where | ~ SOURCE_EXPRESSION",
        "plan copy a -> b where x = 1 | ~ CLAUSE",
        "plan copy a -> b where x = 1 and | ~ SOURCE_EXPRESSION",
        "plan copy a -> b where x = 1 an| ~ CLAUSE",
        "plan copy a -> b distinct | ~ CLAUSE",
        "plan copy a -> b distinct on | ~ WORDS",
        "plan copy a -> b distinct on (| ~ DISTINCT_EXPRESSION",
        "plan copy a -> b distinct on (x) | ~ CLAUSE",
        "plan copy a -> b distinct on (x) order | ~ WORDS",
        "plan copy a -> b distinct on (x) order by | ~ DISTINCT_EXPRESSION",
        "plan copy a -> b distinct on (x) order by y | ~ CLAUSE",
        "plan copy a -> b on | ~ WORDS",
        "plan copy a -> b on conflict | ~ WORDS",
        "plan copy a -> b on conflict (| ~ KEY_COLUMN",
        "plan copy a -> b on conflict (x) | ~ WORDS",
        "plan copy a -> b on conflict (x) do | ~ WORDS",
        "plan copy a -> b on conflict (x) do update set | ~ TARGET_COLUMN",
        "plan copy a -> b on conflict (x) do update set c = | ~ CONFLICT_EXPRESSION",
        "plan copy a -> b on conflict (x) do update set c = 1, | ~ TARGET_COLUMN",
        "plan copy a -> b on conflict (x) do update set c = 1 | ~ CLAUSE",
        "plan copy a -> b on conflict (x) do update set c = 1 where | ~ CONFLICT_EXPRESSION",
        "plan copy a -> b on conflict preserve | ~ CLAUSE",
        "plan copy a -> b distinct on conflict | ~ WORDS",
        "plan copy a -> b truncate | ~ CLAUSE",
        "plan copy a -> b batch | ~ WORDS",
        "plan copy a -> b batch 1000 | ~ CLAUSE",
        "plan copy a -> b workers | ~ WORDS",
        "map | ~ MAP_COLUMN",
        "map c = | ~ SOURCE_EXPRESSION",
        "where | ~ SOURCE_EXPRESSION",
        "on | ~ WORDS",
        "on conflict | ~ WORDS",
        "columns | ~ WORDS",
        "columns (| ~ TARGET_COLUMN",
        "distinct | ~ CLAUSE",
        "batch | ~ WORDS",
        "run | ~ WORDS",
        "run skipped to | ~ FILE",
        "run skipped to a.csv | ~ WORDS",
        "check | ~ WORDS",
        "check insert into | ~ SQL",
        "expect | ~ WORDS",
        "expect inserted | ~ WORDS",
        "resume | ~ RUN",
        "undo 1| ~ RUN",
        "verify | ~ RUN",
        "runs | ~ RUN",
        "replay | ~ FILE",
        "\\i some/| ~ FILE",
        "\\cd | ~ FOLDER",
        "let | ~ VARIABLE_NAME",
        "unset a| ~ VARIABLE_NAME",
        "say :| ~ VARIABLE",
        "select :'na| ~ VARIABLE",
        "select * from :\"na| ~ VARIABLE",
        "select a::te| ~ SQL",
        "help | ~ TOPIC",
        "help nu| ~ TOPIC",
        "set | ~ SETTING",
        "set ti| ~ SETTING",
        "set timing | ~ WORDS",
        "set search_path to | ~ SQL",
        "\\pset | ~ SETTING",
        "\\pset format | ~ WORDS",
        "\\x | ~ WORDS",
        "\\timing | ~ WORDS",
        "quit | ~ NOTHING",
        "select | ~ SQL",
        "select * from us| ~ SQL",
        "select 1; select | ~ SQL",
        "@archive select | ~ SQL",
        "@archive | ~ SQL",
      })
  void each_place_knows_what_it_waits_for(String typed, CompletionPlace.Kind kind) {
    String before = typed.substring(0, typed.lastIndexOf('|'));

    assertThat(CompletionPlace.of(before).kind()).isEqualTo(kind);
  }

  @Test
  void the_tables_on_the_line_tell_whose_columns_are_meant() {
    CompletionPlace place = CompletionPlace.of("plan copy archive:legacy.people -> users map x = ");

    assertThat(place.ends())
        .isEqualTo(
            new CopyEnds(
                Optional.of(
                    new TableReference(
                        Optional.of("archive"), QualifiedName.of("legacy", "people"))),
                Optional.of(
                    new TableReference(
                        Optional.empty(), QualifiedName.unqualified(new Identifier("users"))))));
  }
}
