package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.sql.DblinkCall.ColumnDefinition;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.PlainRead;
import io.linkspan.sql.RenamedColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that the definition list declares as another type than the source gives. The plan
 * declares the source's type, so what compares such columns would compare other values.
 */
final class OtherTypes {
  private final DblinkInsert insert;
  private final RenamedColumns names;
  private final List<Finding> findings = new ArrayList<>();

  private OtherTypes(DblinkInsert insert) {
    this.insert = insert;
    this.names = new RenamedColumns(insert.call().alias(), Set.of(), Map.of());
  }

  /** Those in WHERE, and those that tell which rows DISTINCT ON keeps. */
  static List<Finding> in(DblinkInsert insert, PastedFacts facts) {
    OtherTypes types = new OtherTypes(insert);
    Map<Identifier, Other> declared = declared(insert, facts);
    Map<Identifier, Other> moved = new HashMap<>(carried(insert, facts));
    moved.putAll(declared);
    insert.where().ifPresent(where -> types.find("WHERE", where, moved));
    if (insert.distinct() instanceof Distinctness.On on) {
      String texts = String.join("\n, ", on.expressions()) + "\n, " + insert.orderBy().orElse("");
      types.find("DISTINCT ON", texts, declared);
    }
    return List.copyOf(types.findings);
  }

  /** Whether the expression uses none of them. */
  static boolean none(String expression, DblinkInsert insert, PastedFacts facts) {
    return new OtherTypes(insert)
        .names
        .named(expression, declared(insert, facts).keySet())
        .isEmpty();
  }

  /** A column as the statement has it and as the source has it. */
  private record Other(String declared, String own, String type) {}

  private static Map<Identifier, Other> declared(DblinkInsert insert, PastedFacts facts) {
    Map<Identifier, Other> others = new LinkedHashMap<>();
    List<ColumnDefinition> definitions = insert.call().columns();
    List<RemoteOutput> outputs = facts.outputs().orElse(List.of());
    for (int i = 0; i < definitions.size(); i++) {
      if (i >= outputs.size() || i >= facts.declared().size()) {
        break;
      }
      RemoteOutput output = outputs.get(i);
      ColumnDefinition definition = definitions.get(i);
      if (facts.declared().get(i).filter(type -> differ(output.type(), type)).isPresent()) {
        others.put(
            definition.name(),
            new Other(definition.type(), output.name().quoted(), output.type().sql()));
      }
    }
    return others;
  }

  /**
   * Columns that a plan's own remote query carries as text: the source compares them as they are.
   */
  private static Map<Identifier, Other> carried(DblinkInsert insert, PastedFacts facts) {
    Map<Identifier, Other> others = new LinkedHashMap<>();
    List<PlainRead.Item> items =
        insert
            .call()
            .query()
            .value()
            .flatMap(PlainRead::of)
            .map(PlainRead::items)
            .orElse(List.of());
    List<ColumnDefinition> definitions = insert.call().columns();
    for (int i = 0; i < items.size() && i < definitions.size(); i++) {
      Optional<Identifier> own =
          Optional.ofNullable(facts.carriages().get(items.get(i).expression()));
      if (items.get(i).column().isEmpty() && own.isPresent()) {
        ColumnDefinition definition = definitions.get(i);
        others.put(
            definition.name(),
            new Other(definition.type(), own.get().quoted(), "a type that travels as text"));
      }
    }
    return others;
  }

  private static boolean differ(TypeName real, TypeName declared) {
    boolean alike = real.sameType(declared) || bothTexts(real, declared);
    return !alike
        || DeclaredTypes.loss(real, declared).filter(DeclaredTypes.Loss::silent).isPresent();
  }

  /** The two compare alike; {@code char} does not, for it takes no account of spaces at the end. */
  private static boolean bothTexts(TypeName a, TypeName b) {
    Set<String> texts = Set.of("text", "varchar");
    return a.isBuiltin()
        && b.isBuiltin()
        && texts.contains(a.name().name())
        && texts.contains(b.name().name());
  }

  private void find(String part, String text, Map<Identifier, Other> others) {
    for (Identifier name : names.named(text, others.keySet())) {
      Other other = others.getOrDefault(name, new Other("", "", ""));
      findings.add(
          Finding.error(
              CheckId.NO_PLAN_FOR,
              "%s compares \"%s\" as %s, and it is %s on the source"
                  .formatted(part, name.name(), other.declared(), other.type()),
              "Say it with a cast on the source: plan copy (SELECT … %s::%s …) -> %s"
                  .formatted(other.own(), other.declared(), insert.target().quoted())));
    }
  }
}
