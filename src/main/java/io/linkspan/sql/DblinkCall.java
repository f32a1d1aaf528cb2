package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of dblink in FROM with its column definition list (manual, appendix F, dblink).
 *
 * @param function the name of the function, with the schema typed before it
 * @param connection absent where dblink's unnamed connection is used
 * @param failOnError the last argument, where it is given
 * @param columns the column definition list
 */
public record DblinkCall(
    QualifiedName function,
    Optional<Argument> connection,
    Argument query,
    Optional<Argument> failOnError,
    Optional<Identifier> alias,
    List<ColumnDefinition> columns) {
  public DblinkCall {
    columns = List.copyOf(columns);
  }

  /**
   * An argument of the call.
   *
   * @param text as typed
   * @param value the value of a string constant, with or without a cast; absent for anything else
   */
  public record Argument(String text, Optional<String> value) {
    /** Tells nothing of the argument, which may hold a password. */
    @Override
    public String toString() {
      return "Argument[" + text.length() + " characters]";
    }
  }

  /**
   * A column of the column definition list.
   *
   * @param type the type as typed, with modifier and COLLATE
   */
  public record ColumnDefinition(Identifier name, String type) {}

  /** Reads the call at the cursor, and its alias, and passes both. */
  static DblinkCall read(Tokens cursor) {
    QualifiedName function = cursor.expectName("function name");
    Tokens inside = cursor.within(cursor.expectParentheses());
    List<Slice> slices = inside.splitTopLevel(",");
    if (slices.isEmpty() || slices.size() > 3) {
      throw inside.unexpected("one, two or three arguments of dblink");
    }
    List<Argument> arguments = slices.stream().map(s -> argument(inside.within(s), s)).toList();
    boolean named =
        arguments.size() == 3
            || (arguments.size() == 2 && !isBoolean(inside.within(slices.get(1))));
    int query = named ? 1 : 0;
    cursor.acceptWord("as");
    Optional<Identifier> alias = cursor.acceptIdentifier();
    Tokens list = cursor.within(cursor.expectParentheses());
    return new DblinkCall(
        function,
        named ? Optional.of(arguments.get(0)) : Optional.empty(),
        arguments.get(query),
        arguments.size() > query + 1 ? Optional.of(arguments.get(query + 1)) : Optional.empty(),
        alias,
        definitions(list));
  }

  private static Argument argument(Tokens cursor, Slice slice) {
    Optional<String> value = cursor.next().stringValue();
    boolean cast = cursor.atSymbol("::") && cursor.peek(1).isWord("text");
    boolean alone = cursor.atEnd() || (cast && cursor.peek(2).kind() == TokenKind.END);
    return new Argument(slice.text(), value.filter(v -> alone));
  }

  private static boolean isBoolean(Tokens argument) {
    return argument.at("true") || argument.at("false");
  }

  private static List<ColumnDefinition> definitions(Tokens list) {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (Slice part : list.splitTopLevel(",")) {
      Tokens definition = list.within(part);
      Identifier name = definition.expectIdentifier("column name");
      Slice type = definition.rest();
      if (type.isEmpty()) {
        throw definition.unexpected("data type");
      }
      columns.add(new ColumnDefinition(name, type.text()));
    }
    if (columns.isEmpty()) {
      throw list.unexpected("column definition");
    }
    return columns;
  }
}
