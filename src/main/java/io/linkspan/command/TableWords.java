package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.Completion;
import io.linkspan.pg.Identifier;
import io.linkspan.report.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a connection as words. */
final class TableWords {
  private final Surroundings around;

  TableWords(Surroundings around) {
    this.around = around;
  }

  /** The tables of a connection; of another one that is named before a colon, its own. */
  List<Completion> of(Optional<String> connection, String typed) {
    Optional<String> prefixed = prefix(typed).filter(around.open()::containsKey);
    List<Completion> words = new ArrayList<>();
    prefixed.or(() -> connection).ifPresent(name -> words.addAll(around.tables(name)));
    if (prefixed.isEmpty()) {
      words.addAll(connections());
    }
    return words;
  }

  /** What a list shows of the current connection, or of the one that is named before a colon. */
  List<Completion> listed(String list, String typed) {
    Optional<String> prefixed = prefix(typed).filter(around.open()::containsKey);
    List<Completion> words = new ArrayList<>();
    Optional<String> connection = prefixed.or(around::current);
    if (list.equals("\\d")) {
      connection.ifPresent(name -> words.addAll(around.tables(name)));
    }
    connection
        .flatMap(name -> around.names(name).map(names -> ListedWords.of(list, names)))
        .ifPresent(
            listed ->
                listed.forEach(
                    word ->
                        words.add(
                            new Completion(
                                word.text(), word.description(), connection.orElseThrow(), true))));
    if (prefixed.isEmpty()) {
      words.addAll(connections());
    }
    return words;
  }

  private List<Completion> connections() {
    List<Completion> words = new ArrayList<>();
    around
        .open()
        .forEach((name, at) -> words.add(new Completion(name + ":", at, "Connections", false)));
    return words;
  }

  /** The connection before the colon in the word that is typed. */
  private static Optional<String> prefix(String typed) {
    int colon = typed.lastIndexOf(':');
    int begin = colon;
    while (begin > 0 && isNamePart(typed.charAt(begin - 1))) {
      begin--;
    }
    boolean inWord = typed.substring(colon + 1).chars().noneMatch(Character::isWhitespace);
    return begin < colon && inWord ? Optional.of(typed.substring(begin, colon)) : Optional.empty();
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** The tables of the index, those that the search path finds first, then the schemas. */
  static List<Completion> all(String connection, NameIndex names) {
    List<Completion> words = new ArrayList<>(names.relations().size());
    for (boolean visible : new boolean[] {true, false}) {
      for (RelationName relation : names.relations()) {
        if (relation.visible() == visible && !isJournal(relation)) {
          words.add(new Completion(spelling(relation), described(relation), connection, true));
        }
      }
    }
    schemas(names)
        .map(schema -> new Completion(schema.quoted() + ".", "schema", connection, false))
        .forEach(words::add);
    return words;
  }

  /** The schemas whose tables have to be named with them. */
  private static Stream<Identifier> schemas(NameIndex names) {
    return names.relations().stream()
        .filter(relation -> !relation.visible() && !isJournal(relation))
        .flatMap(relation -> relation.name().schema().stream())
        .distinct();
  }

  private static boolean isJournal(RelationName relation) {
    return relation.name().schema().filter(schema -> schema.name().equals("linkspan")).isPresent();
  }

  private static String spelling(RelationName relation) {
    return relation.visible() ? relation.name().name().quoted() : relation.name().quoted();
  }

  private static String described(RelationName relation) {
    String kind = relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return relation.estimatedRows() < 0
        ? kind
        : kind + ", about " + Quantity.count(relation.estimatedRows(), "row");
  }
}
