package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands after the words ON CONFLICT, its parts as they were typed. */
public record ConflictClause(ConflictTarget target, ConflictAction action) {

  /** Reads the text after {@code on conflict}, which must be the clause and nothing else. */
  public static Reading<ConflictClause> parse(String text) {
    Optional<Unparsed> obstacle = SqlParsing.obstacle(text, SqlLexer.tokens(text));
    return obstacle.isPresent()
        ? new Reading.NotParsed<>(obstacle.get())
        : Mistakes.caught(text, () -> read(Tokens.of(text)));
  }

  /** The clause without the words ON CONFLICT, from its parts. */
  public String text() {
    String before = "";
    if (target instanceof ConflictTarget.Constraint constraint) {
      before = "ON CONSTRAINT " + constraint.name().quoted() + " ";
    } else if (target instanceof ConflictTarget.Index index) {
      List<String> elements = index.elements().stream().map(ConflictTarget.Element::text).toList();
      before = "(" + String.join(", ", elements) + ")" + where(index.where()) + " ";
    }
    if (!(action instanceof ConflictAction.Update update)) {
      return before + "DO NOTHING";
    }
    List<String> sets = update.sets().stream().map(ConflictClause::text).toList();
    return before + "DO UPDATE SET " + String.join(", ", sets) + where(update.where());
  }

  private static String text(ConflictAction.Assignment set) {
    List<String> columns = set.columns().stream().map(Identifier::quoted).toList();
    String left = columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")";
    return left + " = " + closed(set.expression());
  }

  private static String where(Optional<String> condition) {
    return condition.map(text -> " WHERE " + closed(text)).orElse("");
  }

  /** A line comment must not swallow what follows. */
  private static String closed(String text) {
    return text.contains("--") ? text + "\n" : text;
  }

  static ConflictClause read(Tokens cursor) {
    ConflictTarget target = target(cursor);
    cursor.expectWord("do");
    if (cursor.acceptWord("nothing")) {
      cursor.expectEnd();
      return new ConflictClause(target, new ConflictAction.Nothing());
    }
    cursor.expectWord("update", "set");
    if (target instanceof ConflictTarget.Any) {
      throw UserException.usage("DO UPDATE needs a conflict target", "");
    }
    List<ConflictAction.Assignment> sets = new ArrayList<>();
    do {
      sets.addAll(assignments(cursor));
    } while (cursor.acceptSymbol(","));
    Optional<String> where = where(cursor);
    cursor.expectEnd();
    return new ConflictClause(target, new ConflictAction.Update(sets, where));
  }

  private static ConflictTarget target(Tokens cursor) {
    if (cursor.acceptWord("on", "constraint")) {
      return new ConflictTarget.Constraint(cursor.expectIdentifier("constraint name"));
    }
    if (!cursor.atSymbol("(")) {
      return new ConflictTarget.Any();
    }
    Tokens inside = cursor.within(cursor.expectParentheses());
    List<ConflictTarget.Element> elements = new ArrayList<>();
    for (Slice part : inside.splitTopLevel(",")) {
      elements.add(new ConflictTarget.Element(part.text(), column(inside.within(part))));
    }
    if (elements.isEmpty() || elements.stream().anyMatch(e -> e.text().isEmpty())) {
      throw inside.unexpected("column name");
    }
    return new ConflictTarget.Index(elements, where(cursor));
  }

  /** The column of an index element: a name, then at most COLLATE and an operator class. */
  private static Optional<Identifier> column(Tokens element) {
    boolean expression = element.atSymbol("(") || element.peek(1).isSymbol("(");
    return expression ? Optional.empty() : element.acceptIdentifier();
  }

  private static Optional<String> where(Tokens cursor) {
    if (!cursor.acceptWord("where")) {
      return Optional.empty();
    }
    Slice condition = cursor.textUntil(t -> t.at("do"));
    if (condition.isEmpty()) {
      throw cursor.unexpected("condition");
    }
    return Optional.of(condition.text());
  }

  private static List<ConflictAction.Assignment> assignments(Tokens cursor) {
    if (cursor.atSymbol("(")) {
      return severalColumns(cursor);
    }
    Identifier column = cursor.expectIdentifier("column name");
    cursor.expectSymbol("=");
    return List.of(new ConflictAction.Assignment(List.of(column), value(cursor).text()));
  }

  private static List<ConflictAction.Assignment> severalColumns(Tokens cursor) {
    Tokens inside = cursor.within(cursor.expectParentheses());
    List<Identifier> columns = Names.list(inside);
    cursor.expectSymbol("=");
    Slice value = value(cursor);
    Tokens right = cursor.within(value);
    right.acceptWord("row");
    List<Slice> values = List.of();
    if (right.atSymbol("(")) {
      Tokens list = right.within(right.expectParentheses());
      boolean query = list.at("select") || list.at("with") || list.at("values");
      values = query || !right.atEnd() ? List.of() : list.splitTopLevel(",");
    }
    if (values.size() != columns.size()) {
      return List.of(new ConflictAction.Assignment(columns, value.text()));
    }
    List<ConflictAction.Assignment> sets = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      sets.add(new ConflictAction.Assignment(List.of(columns.get(i)), values.get(i).text()));
    }
    return sets;
  }

  private static Slice value(Tokens cursor) {
    Slice value = cursor.textUntil(t -> t.atSymbol(",") || t.at("where"));
    if (value.isEmpty()) {
      throw cursor.unexpected("expression");
    }
    return value;
  }
}
