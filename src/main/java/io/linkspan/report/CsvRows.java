package io.linkspan.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.linkspan.connection.ColumnHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV with a heading line, as {@code COPY … CSV HEADER} writes them: NULL is nothing unless
 * the user has a text for it, the empty string is {@code ""}.
 */
public final class CsvRows implements RowsScreen {
  private final CsvWriter csv;
  private final boolean heads;
  private final String nullText;

  /** Rows that are written to a text; it is not closed. */
  public CsvRows(Writer out) {
    this(out, true, "");
  }

  /**
   * The same, with the names of the columns or without.
   *
   * @param nullText what stands for NULL; without quotes where it is nothing
   */
  CsvRows(Writer out, boolean heads, String nullText) {
    this.heads = heads;
    this.nullText = nullText;
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .bufferSize(0)
            .build(out);
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    if (this.heads) {
      csv.writeRecord(heads.stream().map(ColumnHead::name).toList());
    }
  }

  @Override
  public void row(List<Optional<String>> values) {
    @Nullable String[] texts = new @Nullable String[values.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = values.get(i).orElse(nullText.isEmpty() ? null : nullText);
    }
    csv.writeRecord(texts);
  }

  @Override
  public void endOfRows(long rows) {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
