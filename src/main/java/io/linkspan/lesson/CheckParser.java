package io.linkspan.lesson;

import io.linkspan.lesson.LessonText.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the checks of a lesson's steps. */
final class CheckParser {
  private static final List<String> SUBJECTS =
      Stream.concat(
              Stream.of(
                  "main", "archive", "target", "source", "answer", "rows", "shows", "error",
                  "typed", "idle"),
              Arrays.stream(Check.Kind.values()).map(Check.Kind::word))
          .toList();

  private final LessonText text;

  CheckParser(LessonText text) {
    this.text = text;
  }

  Check parse(Entry entry) {
    String value = entry.joined();
    if (value.isEmpty()) {
      throw text.error(
          entry.line(),
          "the check says nothing",
          "Write a query that gives true: check main: select count(*) > 0 from users");
    }
    Optional<End> end = End.named(entry.subject());
    if (end.isPresent()) {
      return new Check.Holds(end.orElseThrow(), withoutSemicolon(value));
    }
    for (Check.Kind kind : Check.Kind.values()) {
      if (kind.word().equals(entry.subject())) {
        return new Check.Facts(kind, conditions(entry, kind));
      }
    }
    return switch (entry.subject()) {
      case "answer" -> new Check.Answer(value);
      case "rows" -> new Check.Rows(rows(entry));
      case "shows" -> new Check.Shows(value);
      case "error" -> new Check.Fails(state(entry));
      case "typed" -> new Check.Typed(List.of(value.split("\\s*,\\s*", -1)));
      case "idle" -> new Check.Idle(idle(entry));
      default ->
          throw text.error(
              entry.line(),
              "a check of \"" + entry.subject() + "\" is not known",
              LessonHints.oneOf(entry.subject(), SUBJECTS));
    };
  }

  private static String withoutSemicolon(String query) {
    return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
  }

  private long rows(Entry entry) {
    if (!entry.joined().matches("\\d{1,15}")) {
      throw text.error(
          entry.line(), "\"" + entry.joined() + "\" is no number of rows", "Write: check rows: 10");
    }
    return Long.parseLong(entry.joined());
  }

  private String state(Entry entry) {
    if (!entry.joined().matches("[0-9A-Z]{5}")) {
      throw text.error(
          entry.line(),
          "\"" + entry.joined() + "\" is no SQLSTATE",
          "Write its five characters, as an error shows them: check error: 42601");
    }
    return entry.joined();
  }

  private End idle(Entry entry) {
    return End.named(entry.joined())
        .orElseThrow(
            () ->
                text.error(
                    entry.line(),
                    "\"" + entry.joined() + "\" is no end",
                    "Write: check idle: main or: check idle: archive"));
  }

  private List<Condition> conditions(Entry entry, Check.Kind kind) {
    List<Condition> conditions = new ArrayList<>();
    for (String part : entry.joined().split("[,\n]", -1)) {
      Condition condition =
          Condition.parse(part)
              .orElseThrow(
                  () ->
                      text.error(
                          entry.line(),
                          "\"" + part.strip() + "\" is no condition",
                          "Write: check %s: %s = VALUE"
                              .formatted(kind.word(), kind.fields().get(0))));
      if (!kind.fields().contains(condition.field())) {
        throw text.error(
            entry.line(),
            "a %s has no field \"%s\"".formatted(kind.word(), condition.field()),
            LessonHints.oneOf(condition.field(), kind.fields()));
      }
      conditions.add(condition);
    }
    return conditions;
  }
}
