package io.linkspan.report;

import com.google.gson.stream.JsonWriter;
import io.linkspan.connection.ColumnHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Rows as a JSON array with one object a line; numbers, booleans and JSON values stand as such,
 * every other value as a string.
 */
public final class JsonRows implements RowsScreen {
  private final Writer out;
  private List<ColumnHead> heads = List.of();
  private String before = "[";

  /** Rows that are written to a text; it is not closed. */
  public JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    this.heads = List.copyOf(heads);
    before = "[";
  }

  @Override
  @SuppressWarnings("resource") // Closing it would close the caller's writer.
  public void row(List<Optional<String>> values) {
    try {
      out.write(before);
      before = ",\n ";
      JsonWriter json = new JsonWriter(out);
      json.setHtmlSafe(false);
      json.beginObject();
      for (int i = 0; i < heads.size(); i++) {
        json.name(heads.get(i).name());
        write(json, ColumnKind.of(heads.get(i)), values.get(i));
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as its kind has it in JSON; null for NULL. */
  static void write(JsonWriter json, ColumnKind kind, Optional<String> value) throws IOException {
    if (value.isEmpty()) {
      json.nullValue();
      return;
    }
    String text = value.get();
    switch (kind) {
      case NUMBER -> {
        if (isFinite(text)) {
          json.jsonValue(text);
        } else {
          json.value(text);
        }
      }
      case BOOLEAN -> json.value(text.startsWith("t"));
      case JSON -> json.jsonValue(text);
      case AMOUNT, TEXT -> json.value(text);
    }
  }

  /** NaN and the infinities of {@code float8} and {@code numeric} are no numbers in JSON. */
  private static boolean isFinite(String number) {
    return !number.isEmpty() && Character.isDigit(number.charAt(number.length() - 1));
  }

  @Override
  public void endOfRows(long rows) {
    try {
      out.write((rows == 0 ? "[" : "") + "]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
