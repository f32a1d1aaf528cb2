package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.CopyPlan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds the nearest names to what a server says of a name that it does not know: it names the
 * nearest column at best, never the nearest table.
 */
final class RefusedNames {
  /** Where a server's message names what it does not know. */
  private static final Pattern FIRST = Pattern.compile("(?:column|relation) \"([^\"]+)\"");

  private RefusedNames() {}

  /** The findings, those of an unknown name with a hint that offers others. */
  static List<Finding> hinted(
      List<Finding> findings, CopyPlan plan, Catalog source, Catalog target) {
    return findings.stream().map(finding -> hinted(finding, plan, source, target)).toList();
  }

  private static Finding hinted(Finding finding, CopyPlan plan, Catalog source, Catalog target) {
    boolean bySource = finding.id() == CheckId.REFUSED_BY_SOURCE;
    if (!bySource && finding.id() != CheckId.REFUSED_BY_TARGET) {
      return finding;
    }
    List<Identifier> columns =
        bySource
            ? plan.reading().columns().stream().map(column -> column.name()).toList()
            : plan.into().columnNames();
    return hint(finding.fields(), columns, bySource ? source : target)
        .map(finding::withHint)
        .orElse(finding);
  }

  private static Optional<String> hint(
      ErrorFields said, List<Identifier> columns, Catalog catalog) {
    if (said.hint().filter(hint -> hint.startsWith("Perhaps")).isPresent()) {
      return Optional.empty();
    }
    if (said.sqlState().filter(SqlState.UNDEFINED_TABLE::equals).isPresent()) {
      return table(said, catalog);
    }
    boolean column = said.sqlState().filter(s -> s.code().equals("42703")).isPresent();
    return column
        ? name(said.message()).flatMap(name -> NearestName.hint(new Identifier(name), columns))
        : Optional.empty();
  }

  /** The hint for a server's error about an unknown table. */
  static Optional<String> table(ErrorFields said, Catalog catalog) {
    return name(said.message())
        .flatMap(name -> UnknownTable.near(written(name), catalog.relations()));
  }

  private static Optional<String> name(String message) {
    Matcher name = FIRST.matcher(message);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /**
   * A name in a server's message has no quotes, so that its first dot is taken for the schema's.
   */
  private static QualifiedName written(String name) {
    int dot = name.indexOf('.');
    return dot <= 0 || dot == name.length() - 1
        ? QualifiedName.unqualified(new Identifier(name))
        : QualifiedName.of(name.substring(0, dot), name.substring(dot + 1));
  }
}
