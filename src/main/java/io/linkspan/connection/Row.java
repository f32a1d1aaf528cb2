package io.linkspan.connection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row of a query that linkspan itself asks, its columns read by name. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** A value that is never null. */
  public String text(String column) {
    return optionalText(column)
        .orElseThrow(() -> new IllegalStateException("null in column " + column));
  }

  /** A value, empty where it is null. */
  public Optional<String> optionalText(String column) {
    try {
      return Optional.ofNullable(result.getString(column));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A whole number; 0 where it is null. */
  public long number(String column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A boolean; false where it is null. */
  public boolean flag(String column) {
    try {
      return result.getBoolean(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The elements of a one-dimensional array; none where it is null. A null element is "". */
  public List<String> texts(String column) {
    try {
      Array array = result.getArray(column);
      List<String> texts = new ArrayList<>();
      if (array != null) {
        for (Object element : (Object[]) array.getArray()) {
          texts.add(element == null ? "" : element.toString());
        }
      }
      return List.copyOf(texts);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
