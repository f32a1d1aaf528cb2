package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.completion.Completion;
import io.linkspan.completion.Fuzzy;
import io.linkspan.connection.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for the end of what is typed, marked by a bar; the first of them, in their order. */
final class CompleterTest {
  @TempDir Path folder;
  private Completer completer;

  @BeforeEach
  void session() throws IOException {
    Files.createDirectories(folder.resolve("scripts/old"));
    Files.writeString(folder.resolve("scripts/migrate.lks"), "");
    Files.writeString(folder.resolve("scripts/my file.sql"), "");
    Files.writeString(folder.resolve(".hidden"), "");
    Files.writeString(folder.resolve("notes.txt"), "");
    Workspace workspace = new Workspace(new Environment(Map.of(), folder, "me", folder));
    completer = new Completer(new NamesByHand(folder), Registry.of(workspace));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '`',
      value = {
        "pl| ~ plan",
        "learn who| ~ who-talks",
        "learn again quo| ~ quoting",
        "learn 16| ~ 16",
        "learn again 1| ~ 1, 10, 11, 12, 13",
        "learn ./no| ~ ./notes.txt",
        "sel| ~ select",
        "ins| ~ install, insert into",
        "cre| ~ create table, create index, create view",
        "@| ~ @archive, @main",
        "@ar| ~ @archive",
        "\\d| ~ \\d, \\dt, \\dn",
        "use | ~ archive, main",
        "use archive | ~ ->",
        "use archive -> ma| ~ main",
        "connect | ~ production, staging",
        "connect staging | ~ as source, as target, read only, production, reached by \"",
        "connect staging read only | ~ as source, as target, production, reached by \"",
        "connect staging as | ~ source, target",
        "disconnect | ~ archive, main",
        "refresh | ~ archive, main, materialized view",
        "plan | ~ copy, sql, back, save, load",
        "plan load | ~ new-users, orders",
        "plan sql | ~ to",
        "plan load new-u| ~ new-users",
        "forget | ~ connection, plan",
        "forget plan ord| ~ orders",
        "plan copy | ~ archived_users, orders, \"Mixed Case\", legacy.people, legacy., archive:",
        "plan copy arus| ~ archived_users",
        "plan copy mixed| ~ \"Mixed Case\"",
        "plan copy \"Mi| ~ \"Mixed Case\"",
        "plan copy legacy.| ~ legacy., legacy.people",
        "plan copy peo| ~ legacy.people",
        "plan copy main:| ~ users, orders, crm.customers, crm.",
        "plan copy archived_users -> | ~ users, orders, crm.customers",
        "plan copy orders -> | ~ orders, users",
        "plan copy archived_users -> users | ~ (, map, where, distinct, distinct on (, on conflict",
        "plan copy archived_users -> users (| ~ id, username, email",
        "plan copy archived_users -> users (id, | ~ username, email, created_at",
        "plan copy archived_users -> users map x = 1 where y | ~ and, or, distinct",
        "plan copy archived_users -> users map | ~ created_at, note, id, username",
        "plan copy archived_users -> users map note | ~ =",
        "plan copy archived_users -> users map created_at = | ~ updated_at, id, username, email",
        "plan copy archived_users -> users map email = | ~ email, username",
        "plan copy archived_users -> users map email = lower(| ~ id, username, email",
        "plan copy archived_users -> users where act| ~ active",
        "plan copy archived_users -> users on conflict (id) | ~ overwrite, do nothing, do update set",
        "plan copy archived_users -> users on conflict (id) do update set | ~ id, username",
        "plan copy archived_users -> users on conflict (id) do update set note = | ~ excluded.note, id",
        "plan copy archived_users -> users on conflict | ~ preserve, overwrite, fail, do nothing, (",
        "plan copy archived_users -> users distinct on (em| ~ email",
        "plan copy archived_users -> users batch | ~ 10000 rows, 50000 rows, off, auto",
        "plan copy archived_users -> users batch 7 | ~ rows, map, where",
        "plan copy archived_users -> users workers | ~ 2, 4, auto",
        "compare | ~ archived_users, orders",
        "compare archived_users -> | ~ users",
        "describe | ~ users, orders",
        "describe archive:| ~ archived_users, orders",
        "\\d seq| ~ users_id_seq",
        "\\d pk| ~ users_pkey, crm.customers_pkey",
        "\\ds | ~ users_id_seq, archive:, main:",
        "\\di | ~ users_pkey, crm.customers_pkey, archive:",
        "\\dt+ | ~ users, orders, crm.customers",
        "\\dv | ~ archive:, main:",
        "\\dx | ~ dblink, archive:",
        "\\du | ~ app_user, archive:",
        "\\df | ~ greet, lower, archive:",
        "\\dn | ~ crm, linkspan, public, archive:",
        "schemas | ~ crm, linkspan, public, archive:, main:",
        "run | ~ dry, skipped to, without journal",
        "run dry | ~ skipped to, without journal",
        "run skipped to no| ~ notes.txt",
        "check | ~ rows, insert into",
        "resume | ~ 7, 3",
        "undo | ~ 7, 3",
        "replay | ~ scripts/, notes.txt",
        "replay .| ~ .hidden",
        "replay scripts/| ~ scripts/old/, 'scripts/my file.sql', scripts/migrate.lks",
        "replay scripts/mig| ~ scripts/migrate.lks",
        "\\cd | ~ scripts/",
        "help pass| ~ password-in-text, password-missing",
        "help null-k| ~ null-keys",
        "set for| ~ format",
        "save | ~ connection, settings",
        "save connection | ~ archive, main",
        "\\pset format | ~ table, unaligned, csv, json, markdown",
        "\\x | ~ on, off, auto",
        "\\timing | ~ on, off",
        "expect | ~ read, duplicates, inserted",
        "expect inserted | ~ =, <>",
        "select :| ~ :day, :since",
        "select :'| ~ :'day', :'since'",
        "say :\"s| ~ :\"since\"",
        "unset | ~ day, since",
        "select * from u| ~ users",
        "@archive select * from arc| ~ archived_users",
        "SEL| ~ SELECT",
        "PL| ~ plan",
        "SELECT * FROM users | ~ WHERE, JOIN",
        "select * from dblink('archive', 'select * from | ~ archived_users, orders, \"Mixed Case\"",
        "select * from dblink('linkspan_main', 'select * from | ~ users, orders",
        "select * from dblink('dbname=user_data_main', 'select * from | ~ users, orders",
        "select * from dblink('other', $q$select * from | ~ archived_users, orders",
        "insert into users select * from dblink('archive', 'select us| ~ username",
        "select * from dblink('archive', 'SELECT * FROM archived_users WHERE username = ''x'' | ~ AND",
        "@main select dblink_exec('archive', 'update archived_users set | ~ id, username",
      })
  void the_likeliest_words_come_first(String typed, String expected) {
    String before = typed.substring(0, typed.lastIndexOf('|'));
    List<String> wanted = List.of(expected.split(", "));

    List<String> words =
        Fuzzy.ranked(word(before), completer.complete(before, before.length())).stream()
            .map(Completion::text)
            .limit(wanted.size())
            .toList();

    assertThat(words).isEqualTo(wanted);
  }

  /** What a terminal takes for the word; {@code WordAtCursor} looks at the completions as well. */
  private static String word(String before) {
    int begin = before.length();
    while (begin > 0 && !" (,".contains(before.substring(begin - 1, begin))) {
      begin--;
    }
    String word = before.substring(begin);
    boolean connection = word.matches("(archive|main):.*");
    return connection ? word.substring(word.indexOf(':') + 1) : word;
  }

  @Test
  void every_command_is_offered_at_the_begin_of_a_line_with_what_it_does() {
    List<Completion> words = completer.complete("", 0);

    assertThat(words)
        .contains(
            new Completion(
                "use", "sets the route: data moves along the arrow", "Connections", true))
        .contains(
            new Completion(
                "on conflict",
                "what becomes of a row whose key the target has already",
                "Planning a copy",
                true))
        .contains(new Completion("@main", "app_user@127.0.0.1:5434/user_data_main", "SQL", true));
  }

  @Test
  void a_conflict_is_told_by_unique_keys_alone_and_whole_ones_first() {
    String first = "plan copy archived_users -> users on conflict (";
    String second = first + "username, ";

    assertThat(completer.complete(first, first.length()))
        .extracting(Completion::text)
        .containsExactly("id, username", "id", "username");
    assertThat(completer.complete(second, second.length()))
        .extracting(Completion::text)
        .containsExactly("id");
  }

  @Test
  void the_statement_in_a_dblink_call_is_read_where_the_call_reads() {
    String typed = "select * from dblink('archive', 'select a. from archived_users a') as t(x int)";
    String elsewhere = "select * from lower('archive', 'select  from archived_users')";

    assertThat(completer.complete(typed, typed.indexOf("a. from") + 2))
        .extracting(Completion::text)
        .startsWith("id", "username", "email");
    assertThat(completer.complete(elsewhere, elsewhere.indexOf(" from archived"))).isEmpty();
  }

  @Test
  void columns_are_described_by_type_and_key() {
    String typed = "plan copy archived_users -> users (";

    assertThat(completer.complete(typed, typed.length()))
        .extracting(Completion::description)
        .containsExactly(
            "bigint, primary key",
            "character varying(40), unique, not null",
            "text, not null",
            "timestamp with time zone, not null",
            "timestamp with time zone",
            "text");
  }

  @Test
  void tables_are_described_by_kind_and_size() {
    assertThat(completer.complete("plan copy ", 10))
        .contains(new Completion("archived_users", "table, about 1,200 rows", "archive", true));
  }
}
