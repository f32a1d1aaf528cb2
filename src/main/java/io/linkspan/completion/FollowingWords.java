package io.linkspan.completion;

import io.linkspan.completion.Level.Verb;
import io.linkspan.completion.Place.Spot;
import java.util.ArrayList;
import java.util.List;

/** The key words that can come next in a statement, likeliest first. */
final class FollowingWords {
  private static final List<String> JOINS =
      List.of(
          "join",
          "left join",
          "inner join",
          "cross join",
          "right join",
          "full join",
          "natural join",
          "left join lateral (",
          "cross join lateral (");

  private static final List<String> COMPARING =
      List.of(
          "=",
          "is null",
          "is not null",
          "in (",
          "like",
          "ilike",
          "between",
          "not in (",
          "is distinct from",
          "not like",
          "similar to",
          "at time zone",
          "collate");

  private FollowingWords() {}

  /** After a table of FROM. */
  static List<String> afterTable(Level level) {
    List<String> words = new ArrayList<>();
    if (level.verb == Verb.VALUES) {
      words.addAll(ends(level));
      words.addAll(List.of("order by", "limit"));
      return words;
    }
    if (!level.clauses.contains(Clause.WHERE)) {
      words.add("where");
    }
    words.addAll(JOINS);
    words.addAll(clauses(level, Clause.WHERE));
    words.add("as");
    if (level.verb == Verb.SELECT) {
      words.add("tablesample system (");
    }
    return words;
  }

  /** After a value. */
  static List<String> afterValue(Level level, Spot spot) {
    List<String> words = new ArrayList<>();
    Clause clause = spot.clause();
    if (clause == Clause.LIMIT && !spot.nested()) {
      words.add("offset");
      words.addAll(ends(level));
      return words;
    }
    boolean condition =
        clause == Clause.WHERE
            || clause == Clause.ON
            || clause == Clause.HAVING
            || clause == Clause.CONFLICT
            || clause == Clause.WHEN
            || level.verb == Verb.EXPRESSION;
    if (condition && spot.bare()) {
      words.addAll(COMPARING);
    }
    if (condition) {
      words.addAll(List.of("and", "or"));
    }
    if (clause == Clause.ORDER) {
      words.addAll(List.of("desc", "asc", "nulls last", "nulls first"));
    }
    if (clause == Clause.CONFLICT) {
      words.addAll(List.of("do nothing", "do update set"));
    } else if (clause == Clause.WHEN || (clause == Clause.ON && level.verb == Verb.MERGE)) {
      words.addAll(
          List.of("then", "when matched then", "when not matched then", "when matched and"));
    } else if (!spot.nested() && level.verb != Verb.EXPRESSION) {
      words.addAll(after(level, clause));
    }
    if (!condition) {
      words.addAll(List.of("and", "or"));
      words.addAll(COMPARING);
    }
    words.add("not");
    if (level.verb != Verb.EXPRESSION) {
      words.addAll(List.of("over (", "filter (where"));
    }
    return words;
  }

  private static List<String> after(Level level, Clause clause) {
    return switch (clause) {
      case TARGETS -> {
        List<String> words = new ArrayList<>();
        if (!level.clauses.contains(Clause.FROM)) {
          words.add("from");
        }
        words.add("as");
        words.addAll(level.clauses.contains(Clause.FROM) ? List.of() : ends(level));
        yield words;
      }
      case ON -> {
        List<String> words = new ArrayList<>();
        if (!level.clauses.contains(Clause.WHERE)) {
          words.add("where");
        }
        words.addAll(JOINS);
        words.addAll(clauses(level, Clause.WHERE));
        yield words;
      }
      case RETURNING -> List.of("as");
      default -> clauses(level, clause);
    };
  }

  /** The clauses that may follow one, without those that are typed already. */
  private static List<String> clauses(Level level, Clause after) {
    List<String> words = new ArrayList<>();
    if (level.verb == Verb.UPDATE && after == Clause.SET) {
      if (!level.clauses.contains(Clause.WHERE)) {
        words.add("where");
      }
      if (!level.clauses.contains(Clause.FROM) && !level.inserted) {
        words.add("from");
      }
    }
    if (level.verb == Verb.SELECT || level.verb == Verb.OTHER || level.verb == Verb.VALUES) {
      add(words, level, after, Clause.GROUP, "group by");
      add(words, level, after, Clause.ORDER, "order by");
      add(words, level, after, Clause.LIMIT, "limit");
      add(words, level, after, Clause.HAVING, "having");
      words.addAll(ends(level));
    } else {
      words.add("returning");
    }
    return words;
  }

  private static void add(
      List<String> words, Level level, Clause after, Clause clause, String word) {
    boolean grouped = clause != Clause.HAVING || after == Clause.GROUP;
    if (after.compareTo(clause) < 0 && !level.clauses.contains(clause) && grouped) {
      words.add(after == Clause.GROUP && clause == Clause.HAVING ? "having" : word);
    }
  }

  private static List<String> ends(Level level) {
    List<String> words = new ArrayList<>();
    if (level.inserted) {
      words.addAll(List.of("on conflict", "returning"));
    }
    words.addAll(
        List.of("union all", "union", "except", "intersect", "offset", "for update", "window"));
    return words;
  }
}
