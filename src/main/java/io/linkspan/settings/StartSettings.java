package io.linkspan.settings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration file says besides connections.
 *
 * @param values of the settings that it names
 * @param script the file to carry out before the prompt, as written there
 * @param route the route to begin with, such as {@code archive -> main}
 * @param variables by name
 */
public record StartSettings(
    Map<Setting, String> values,
    Optional<String> script,
    Optional<String> route,
    Map<String, String> variables) {
  /** A file that says nothing. */
  public static final StartSettings NONE =
      new StartSettings(Map.of(), Optional.empty(), Optional.empty(), Map.of());

  public StartSettings {
    Map<Setting, String> copy = new EnumMap<>(Setting.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
