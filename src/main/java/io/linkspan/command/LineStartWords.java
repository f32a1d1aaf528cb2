package io.linkspan.command;

import io.linkspan.completion.Completion;
import java.util.ArrayList;
import java.util.List;

/** What a line can begin with. */
final class LineStartWords {
  private static final List<String> SQL =
      List.of(
          "select",
          "insert into",
          "update",
          "delete from",
          "with",
          "begin",
          "commit",
          "rollback",
          "explain",
          "explain analyze",
          "create table",
          "create index",
          "create view",
          "create materialized view",
          "create schema",
          "create function",
          "create extension",
          "create type",
          "alter table",
          "drop table",
          "drop index",
          "drop view",
          "drop schema",
          "truncate table",
          "refresh materialized view",
          "analyze",
          "vacuum",
          "set search_path",
          "show",
          "grant select on",
          "revoke select on",
          "comment on",
          "call",
          "values",
          "table",
          "savepoint",
          "release savepoint",
          "prepare",
          "execute",
          "deallocate",
          "lock table",
          "reindex table",
          "cluster",
          "merge into",
          "copy",
          "do",
          "listen",
          "notify",
          "declare",
          "fetch",
          "import foreign schema",
          "reset",
          "discard all");

  /** So many of them stand for all. */
  private static final int USUAL = 4;

  private final Registry registry;
  private final Surroundings around;

  LineStartWords(Registry registry, Surroundings around) {
    this.registry = registry;
    this.around = around;
  }

  /**
   * Commands, connections and the verbs of SQL; commands by their backslashes where one is typed.
   */
  List<Completion> of(String typed) {
    List<Completion> words = new ArrayList<>();
    if (typed.stripLeading().startsWith("\\")) {
      for (Command command : registry.commands()) {
        command.usage().words().stream()
            .filter(word -> word.startsWith("\\"))
            .map(word -> word(word, command))
            .forEach(words::add);
      }
      return words;
    }
    for (Command command : registry.commands()) {
      String name = command.usage().name();
      if (!name.startsWith("\\")) {
        words.add(word(name.equals("on") ? "on conflict" : name, command));
      }
    }
    // Where nothing is typed, the verbs that everybody knows would hide the commands.
    SQL.stream()
        .limit(typed.isBlank() ? USUAL : SQL.size())
        .forEach(verb -> words.add(new Completion(verb, "", "SQL", true)));
    around
        .open()
        .forEach((name, where) -> words.add(new Completion("@" + name, where, "SQL", true)));
    return words;
  }

  private static Completion word(String text, Command command) {
    Usage usage = command.usage();
    return new Completion(text, usage.summary(), usage.group().title(), true);
  }
}
