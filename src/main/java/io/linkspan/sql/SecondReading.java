package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Holds JSqlParser's reading of an INSERT against ours: where the two differ, both are doubted. */
final class SecondReading {
  private SecondReading() {}

  static Optional<Unparsed> doubt(
      Reading<SyntaxTree> tree,
      String text,
      List<Identifier> columns,
      List<SelectItem> items,
      DblinkCall call,
      Optional<ConflictClause> conflict) {
    boolean same =
        tree.value()
            .map(SyntaxTree::parsed)
            .filter(Insert.class::isInstance)
            .map(Insert.class::cast)
            .filter(insert -> size(insert.getColumns()) == columns.size())
            .filter(insert -> (insert.getConflictAction() != null) == conflict.isPresent())
            .filter(insert -> sameSelect(insert.getSelect(), items, call))
            .isPresent();
    return same
        ? Optional.empty()
        : Optional.of(Unparsed.at("the SQL parser reads the statement otherwise", text, 0));
  }

  private static boolean sameSelect(
      @Nullable Object query, List<SelectItem> items, DblinkCall call) {
    if (!(query instanceof PlainSelect select) || size(select.getSelectItems()) != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      boolean named = select.getSelectItems().get(i).getAlias() != null;
      if (named != items.get(i).alias().isPresent()) {
        return false;
      }
    }
    return !(select.getFromItem() instanceof TableFunction function)
        || function.getAlias() == null
        || size(function.getAlias().getAliasColumns()) == call.columns().size();
  }

  private static int size(@Nullable Collection<?> list) {
    return list == null ? 0 : list.size();
  }
}
