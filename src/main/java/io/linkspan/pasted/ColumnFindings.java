package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pasted.DeclaredTypes.Loss;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.TypeName;
import io.linkspan.sql.DblinkCall.ColumnDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column definition list held against what the remote query gives, place by place. */
final class ColumnFindings {
  private final List<ColumnDefinition> definitions;
  private final List<Finding> findings = new ArrayList<>();

  private ColumnFindings(List<ColumnDefinition> definitions) {
    this.definitions = definitions;
  }

  static List<Finding> in(List<ColumnDefinition> definitions, PastedFacts facts) {
    ColumnFindings columns = new ColumnFindings(definitions);
    columns.repeated();
    columns.types(facts);
    facts.outputs().ifPresent(outputs -> columns.compare(outputs, facts));
    return List.copyOf(columns.findings);
  }

  private void repeated() {
    Set<Identifier> seen = new HashSet<>();
    for (ColumnDefinition definition : definitions) {
      if (!seen.add(definition.name())) {
        findings.add(
            Finding.error(
                CheckId.COLUMN_LIST_DIFFERS,
                "column name \"%s\" is in the column definition list twice"
                    .formatted(definition.name().name()),
                "Give each column a name of its own."));
      }
    }
  }

  private void types(PastedFacts facts) {
    for (int i = 0; i < facts.declared().size(); i++) {
      if (facts.declared().get(i).isEmpty()) {
        ColumnDefinition definition = definitions.get(i);
        findings.add(
            Finding.warning(
                CheckId.DECLARED_TYPE,
                "the target has no type \"%s\", which the list declares for \"%s\""
                    .formatted(definition.type(), definition.name().name()),
                "The plan declares the type that the source has."));
      }
    }
  }

  private void compare(List<RemoteOutput> outputs, PastedFacts facts) {
    if (outputs.size() != definitions.size()) {
      Finding differs =
          Finding.error(
              CheckId.COLUMN_LIST_DIFFERS,
              "the remote query gives %d columns and the column definition list names %d"
                  .formatted(outputs.size(), definitions.size()),
              "Name in the list what the query selects: " + names(outputs));
      findings.add(
          new Finding(
              differs.id(),
              differs.severity(),
              differs.fields().withSqlState(new SqlState("42804"))));
      return;
    }
    for (int i = 0; i < outputs.size(); i++) {
      name(outputs.get(i), definitions.get(i));
      if (i < facts.declared().size()) {
        type(outputs.get(i), definitions.get(i), facts.declared().get(i));
      }
    }
  }

  private static String names(List<RemoteOutput> outputs) {
    return String.join(", ", outputs.stream().map(o -> o.name().quoted()).toList());
  }

  /** Columns pair by position, whatever their names. */
  private void name(RemoteOutput output, ColumnDefinition definition) {
    if (output.name().equals(definition.name())) {
      return;
    }
    boolean elsewhere = definitions.stream().anyMatch(d -> d.name().equals(output.name()));
    if (elsewhere) {
      findings.add(
          Finding.warning(
                  CheckId.COLUMNS_SWAPPED,
                  "\"%s\" gets the source's column \"%s\""
                      .formatted(definition.name().name(), output.name().name()),
                  "Where that is a mistake, name them in the same order on both sides.")
              .withDetail("dblink pairs columns by their place and never looks at their names."));
    }
  }

  private void type(RemoteOutput output, ColumnDefinition definition, Optional<TypeName> declared) {
    Optional<Loss> loss = declared.flatMap(type -> DeclaredTypes.loss(output.type(), type));
    if (loss.isEmpty()) {
      return;
    }
    String message =
        "\"%s\" is declared %s and is %s on the source: that %s"
            .formatted(
                definition.name().name(),
                definition.type(),
                output.type().sql(),
                loss.get().what());
    String hint = "The plan declares " + output.type().sql() + ", as the source has it.";
    findings.add(
        loss.get().silent()
            ? Finding.warning(CheckId.DECLARED_TYPE, message, hint)
            : Finding.note(CheckId.DECLARED_TYPE, message));
  }
}
