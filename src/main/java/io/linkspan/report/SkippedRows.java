package io.linkspan.report;

import com.google.gson.stream.JsonWriter;
import io.linkspan.connection.ColumnHead;
import io.linkspan.run.SkippedRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How skipped rows are written: what they clashed on, themselves, and the row that was there. */
sealed interface SkippedRows {
  /** What stands before the first row. */
  void begin() throws IOException;

  void row(SkippedRow row) throws IOException;

  /** JSON for a file whose name ends like that, else CSV. */
  static SkippedRows of(String fileName, List<String> columns, Writer out) {
    return fileName.endsWith(".json") || fileName.endsWith(".jsonl")
        ? new Json(columns, out)
        : new Csv(columns, new CsvRows(out));
  }

  /** With a heading line; the columns of the row that was there come last. */
  record Csv(List<String> columns, CsvRows rows) implements SkippedRows {
    @Override
    public void begin() {
      List<String> names = new ArrayList<>(List.of("key", "clash"));
      names.addAll(columns);
      columns.forEach(column -> names.add("there_" + column));
      rows.columns(names.stream().map(name -> new ColumnHead(name, "text")).toList());
    }

    @Override
    public void row(SkippedRow row) {
      List<Optional<String>> values = new ArrayList<>();
      values.add(Optional.of(row.key()));
      values.add(Optional.of(row.clash()));
      values.addAll(row.proposed());
      values.addAll(row.there().orElse(Collections.nCopies(columns.size(), Optional.empty())));
      rows.row(values);
    }
  }

  /** One object a line; every value is a string or null. */
  record Json(List<String> columns, Writer out) implements SkippedRows {
    @Override
    public void begin() {}

    @Override
    @SuppressWarnings("resource") // There is nothing to close in a text.
    public void row(SkippedRow row) throws IOException {
      StringWriter text = new StringWriter();
      JsonWriter json = new JsonWriter(text);
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("key").value(row.key());
      json.name("clash").value(row.clash());
      json.name("row");
      write(json, row.proposed());
      json.name("there");
      if (row.there().isPresent()) {
        write(json, row.there().get());
      } else {
        json.nullValue();
      }
      json.endObject();
      out.write(text + "\n");
    }

    private void write(JsonWriter json, List<Optional<String>> values) throws IOException {
      json.beginObject();
      for (int i = 0; i < columns.size(); i++) {
        json.name(columns.get(i)).value(values.get(i).orElse(null));
      }
      json.endObject();
    }
  }
}
