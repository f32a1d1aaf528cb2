package io.linkspan.command;

import io.linkspan.catalog.ListedName;
import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RoutineName;
import io.linkspan.catalog.Table;
import io.linkspan.completion.Completion;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What psql's lists show as words, by the letters of the list. */
final class ListedWords {
  private final NameIndex names;
  private final List<Completion> words = new ArrayList<>();

  private ListedWords(NameIndex names) {
    this.names = names;
  }

  /**
   * The names that a list could show.
   *
   * @param list its backslash word, such as {@code \\ds}, without S and plus sign
   */
  static List<Completion> of(String list, NameIndex names) {
    ListedWords listed = new ListedWords(names);
    switch (list) {
      case "\\df" -> listed.routines(EnumSet.allOf(RoutineName.Kind.class));
      case "\\da" -> listed.routines(EnumSet.of(RoutineName.Kind.AGGREGATE));
      case "\\dn" -> names.schemas().forEach(each -> listed.add(each.quoted(), "schema"));
      case "\\dT" -> names.types().forEach(each -> listed.add(each.quoted(), "type"));
      case "\\du", "\\dg" -> listed.others(ListedName.Kind.ROLE);
      case "\\dx" -> listed.others(ListedName.Kind.EXTENSION);
      case "\\d" -> {
        listed.others(ListedName.Kind.SEQUENCE);
        listed.others(ListedName.Kind.INDEX);
      }
      default -> list.substring(2).chars().forEach(letter -> listed.relations((char) letter));
    }
    return listed.words;
  }

  private void relations(char letter) {
    switch (letter) {
      case 't' -> relations(EnumSet.of(Table.Kind.TABLE, Table.Kind.PARTITIONED_TABLE));
      case 'v' -> relations(EnumSet.of(Table.Kind.VIEW));
      case 'm' -> relations(EnumSet.of(Table.Kind.MATERIALIZED_VIEW));
      case 'E' -> relations(EnumSet.of(Table.Kind.FOREIGN_TABLE));
      case 's' -> others(ListedName.Kind.SEQUENCE);
      case 'i' -> others(ListedName.Kind.INDEX);
      default -> {}
    }
  }

  private void relations(Set<Table.Kind> kinds) {
    for (boolean visible : new boolean[] {true, false}) {
      for (RelationName relation : names.relations()) {
        if (relation.visible() == visible && kinds.contains(relation.kind())) {
          String kind = relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
          add(spelled(relation.name(), visible), kind);
        }
      }
    }
  }

  private void others(ListedName.Kind kind) {
    String described = kind.name().toLowerCase(Locale.ROOT);
    for (boolean visible : new boolean[] {true, false}) {
      for (ListedName each : names.listed()) {
        boolean journal =
            each.name().schema().filter(schema -> schema.name().equals("linkspan")).isPresent();
        if (each.visible() == visible && each.kind() == kind && !journal) {
          String of = each.table().isEmpty() ? "" : " on " + new Identifier(each.table()).quoted();
          add(spelled(each.name(), visible), described + of);
        }
      }
    }
  }

  /** The user's own first. */
  private void routines(Set<RoutineName.Kind> kinds) {
    for (boolean system : new boolean[] {false, true}) {
      Set<String> seen = new LinkedHashSet<>();
      for (RoutineName routine : names.routines()) {
        boolean own =
            !routine.name().schema().map(Identifier::name).orElse("").equals("pg_catalog");
        if (own != system && kinds.contains(routine.kind())) {
          seen.add(spelled(routine.name(), routine.visible()));
        }
      }
      seen.forEach(each -> add(each, system ? "of the server" : ""));
    }
  }

  private static String spelled(QualifiedName name, boolean visible) {
    return visible ? name.name().quoted() : name.quoted();
  }

  private void add(String text, String description) {
    words.add(new Completion(text, description, "", true));
  }
}
