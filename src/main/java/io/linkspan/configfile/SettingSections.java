package io.linkspan.configfile;

import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import io.linkspan.settings.StartSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the sections of a configuration file that are not connections. */
public final class SettingSections {
  private static final String START = "start";
  private static final String VARIABLES = "variables";

  /** Read by the stage that opens them. */
  private static final String CONNECTIONS = "connections";

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern ROUTE =
      Pattern.compile("\\s*[A-Za-z_][\\w-]*\\s*->\\s*[A-Za-z_][\\w-]*\\s*");

  private final TomlText toml;

  private SettingSections(TomlText toml) {
    this.toml = toml;
  }

  /**
   * What they say.
   *
   * @throws UserException for the first mistake, with its line and column
   */
  public static StartSettings read(TomlText toml) {
    return new SettingSections(toml).read();
  }

  private StartSettings read() {
    for (String key : toml.keys(List.of())) {
      requireSection(key);
    }
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting.Group group : Setting.Group.values()) {
      for (String key : toml.keys(List.of(group.title()))) {
        Setting setting = setting(group, key);
        values.put(setting, value(setting, List.of(group.title(), key)));
      }
    }
    for (String key : toml.keys(List.of(START))) {
      requireKey(START, key, List.of("script", "route"));
    }
    return new StartSettings(values, startText("script"), route(), variables());
  }

  private void requireSection(String key) {
    List<String> known = new ArrayList<>(groups());
    known.addAll(List.of(START, VARIABLES));
    if (key.equals(CONNECTIONS) || (known.contains(key) && toml.isSection(List.of(key)))) {
      return;
    }
    if (known.contains(key)) {
      throw toml.error(List.of(key), "\"" + key + "\" is not a section", "Write [" + key + "].");
    }
    known.add(CONNECTIONS);
    String what = toml.isSection(List.of(key)) ? "section" : "key";
    throw toml.error(
        List.of(key),
        "unknown %s \"%s\"".formatted(what, key),
        Setting.named(key)
            .map(SettingSections::belongs)
            .or(() -> NearestName.hint(key, known))
            .orElse("Sections are " + String.join(", ", known) + "."));
  }

  private static List<String> groups() {
    return Arrays.stream(Setting.Group.values()).map(Setting.Group::title).toList();
  }

  private static String belongs(Setting setting) {
    return "It belongs into section [" + setting.group().title() + "].";
  }

  private Setting setting(Setting.Group group, String key) {
    Optional<Setting> named = Setting.named(key);
    if (named.filter(setting -> setting.group() != group).isPresent()) {
      throw unknownKey(group.title(), key, belongs(named.get()));
    }
    List<String> labels =
        Arrays.stream(Setting.values())
            .filter(setting -> setting.group() == group)
            .map(Setting::label)
            .toList();
    requireKey(group.title(), key, labels);
    return named.orElseThrow();
  }

  private void requireKey(String section, String key, List<String> known) {
    if (!known.contains(key)) {
      String all = "Its keys are " + String.join(", ", known) + ".";
      throw unknownKey(section, key, NearestName.hint(key, known).orElse(all));
    }
  }

  private UserException unknownKey(String section, String key, String hint) {
    return toml.error(
        List.of(section, key),
        "unknown key \"%s\" of section \"%s\"".formatted(key, section),
        hint);
  }

  /** The value as the setting keeps it. */
  private String value(Setting setting, List<String> path) {
    Optional<String> typed =
        toml.string(path)
            .or(() -> toml.number(path).filter(n -> setting.isNumber()).map(String::valueOf))
            .or(
                () ->
                    toml.flag(path)
                        .filter(b -> setting.words().contains("on"))
                        .map(String::valueOf));
    if (typed.isEmpty()) {
      throw toml.error(
          path,
          "setting \"%s\" does not take %s".formatted(setting.label(), toml.kind(path)),
          setting.takes());
    }
    Settings scratch = new Settings();
    try {
      scratch.set(setting, typed.get());
    } catch (UserException e) {
      throw toml.error(path, e.fields().message(), setting.takes());
    }
    return scratch.text(setting);
  }

  private Optional<String> startText(String key) {
    List<String> path = List.of(START, key);
    if (toml.has(path) && toml.string(path).isEmpty()) {
      throw toml.error(path, "key \"" + key + "\" is not text", "Put it in quotes.");
    }
    return toml.string(path);
  }

  private Optional<String> route() {
    Optional<String> route = startText("route");
    if (route.filter(text -> !ROUTE.matcher(text).matches()).isPresent()) {
      throw toml.error(
          List.of(START, "route"),
          "\"" + route.get() + "\" is not a route",
          "Write two names of connections: route = \"archive -> main\"");
    }
    return route.map(String::strip);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : toml.keys(List.of(VARIABLES))) {
      List<String> path = List.of(VARIABLES, name);
      if (!VARIABLE.matcher(name).matches()) {
        throw toml.error(
            path,
            "no variable can have the name \"" + name + "\"",
            "Use letters, digits and \"_\".");
      }
      variables.put(
          name,
          toml.string(path)
              .or(() -> toml.number(path).map(String::valueOf))
              .orElseThrow(
                  () ->
                      toml.error(
                          path,
                          "variable \"" + name + "\" is neither text nor a number",
                          "Put it in quotes.")));
    }
    return variables;
  }
}
