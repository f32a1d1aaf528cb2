package io.linkspan.lesson;

import java.util.List;
import java.util.Map;

/** What stands in braces in a lesson and is filled in when it runs. */
public final class Places {
  static final List<String> FIELDS = List.of("host", "port", "database", "user");

  private final Map<String, String> values;

  /**
   * Places with their values.
   *
   * @param values by names such as {@code archive.port}
   */
  public Places(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The text with the values in it. */
  public String filled(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
