package io.linkspan.report;

import com.google.gson.stream.JsonWriter;
import io.linkspan.connection.ColumnHead;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The text of one event: a JSON object on a line of its own. Every member is always there. */
final class EventText {
  /** Grows when a member changes its meaning or goes away, not when one is added. */
  private static final int VERSION = 1;

  private final StringWriter text = new StringWriter();
  private final JsonWriter json = new JsonWriter(text);

  private interface Writing {
    void write() throws IOException;
  }

  /** An event of that name; what it has to tell follows. */
  EventText(String event) {
    json.setHtmlSafe(false);
    write(json::beginObject);
    member("event", event);
    member("version", VERSION);
  }

  private EventText write(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EventText member(String name, String value) {
    return write(() -> json.name(name).value(value));
  }

  EventText member(String name, long value) {
    return write(() -> json.name(name).value(value));
  }

  EventText member(String name, boolean value) {
    return write(() -> json.name(name).value(value));
  }

  /** Null where it is empty. */
  EventText member(String name, Optional<String> value) {
    return write(() -> json.name(name).value(value.orElse(null)));
  }

  /** Null where it is empty. */
  EventText member(String name, OptionalLong value) {
    return write(() -> json.name(name).value(value.isPresent() ? value.getAsLong() : null));
  }

  /** Null where it is empty. */
  EventText member(String name, OptionalInt value) {
    return write(() -> json.name(name).value(value.isPresent() ? value.getAsInt() : null));
  }

  EventText object(String name, Consumer<EventText> members) {
    write(() -> json.name(name).beginObject());
    members.accept(this);
    return write(json::endObject);
  }

  /** An array of strings. */
  EventText texts(String name, List<String> texts) {
    write(() -> json.name(name).beginArray());
    texts.forEach(each -> write(() -> json.value(each)));
    return write(json::endArray);
  }

  /** An array of objects. */
  <T> EventText objects(String name, List<T> values, BiConsumer<EventText, T> members) {
    write(() -> json.name(name).beginArray());
    for (T value : values) {
      write(json::beginObject);
      members.accept(this, value);
      write(json::endObject);
    }
    return write(json::endArray);
  }

  /** An array of a row's values, each of its column's kind. */
  EventText row(String name, List<ColumnHead> heads, List<Optional<String>> values) {
    write(() -> json.name(name).beginArray());
    for (int i = 0; i < heads.size(); i++) {
      ColumnKind kind = ColumnKind.of(heads.get(i));
      // Between its tokens, and only there, a json value may have line ends.
      Optional<String> value =
          kind == ColumnKind.JSON
              ? values.get(i).map(text -> text.replaceAll("[\\r\\n]", " "))
              : values.get(i);
      write(() -> JsonRows.write(json, kind, value));
    }
    return write(json::endArray);
  }

  /** The whole line, with its end. */
  String line() {
    write(json::endObject);
    return text + "\n";
  }
}
