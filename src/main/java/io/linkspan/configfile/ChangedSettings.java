package io.linkspan.configfile;

import io.linkspan.pg.UserException;
import io.linkspan.settings.Setting;
import io.linkspan.settings.StartSettings;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes values of settings into a configuration file's text, and leaves every other byte. */
public final class ChangedSettings {
  private ChangedSettings() {}

  /**
   * The text with these values.
   *
   * @throws UserException where a value stands there in a way that is not changed line by line
   */
  public static TomlText in(TomlText before, Map<Setting, String> values) {
    TomlText after = before;
    for (Map.Entry<Setting, String> value : new EnumMap<>(values).entrySet()) {
      after = with(after, value.getKey(), value.getValue());
    }
    requireSameElse(before, after, values);
    return after;
  }

  private static TomlText with(TomlText toml, Setting setting, String value) {
    String section = setting.group().title();
    String line = setting.label() + " = " + written(setting, value);
    String end = toml.text().contains("\r\n") ? "\r\n" : "\n";
    Optional<SectionLines> found = SectionLines.find(toml.text(), List.of(section));
    if (found.isEmpty()) {
      if (toml.has(List.of(section))) {
        throw byHand(toml, setting);
      }
      String gap = toml.text().isEmpty() ? "" : toml.text().endsWith("\n") ? end : end + end;
      return toml.with(toml.text() + gap + "[" + section + "]" + end + line + end);
    }
    SectionLines lines = found.get();
    Optional<String> replaced = lines.withValue(setting.label(), written(setting, value));
    if (replaced.isPresent()) {
      return toml.with(replaced.get());
    }
    if (toml.has(List.of(section, setting.label()))) {
      throw byHand(toml, setting);
    }
    return toml.with(lines.withLine(line, end));
  }

  private static String written(Setting setting, String value) {
    if (setting.isNumber()) {
      return value;
    }
    if (setting.isSwitch()) {
      return String.valueOf(value.equals("on"));
    }
    return BasicString.of(value);
  }

  /** Never writes a text that says anything else besides. */
  private static void requireSameElse(
      TomlText before, TomlText after, Map<Setting, String> changed) {
    Map<Setting, String> wanted = new EnumMap<>(Setting.class);
    StartSettings said = SettingSections.read(before);
    wanted.putAll(said.values());
    wanted.putAll(changed);
    StartSettings now = SettingSections.read(after);
    Set<String> others = new HashSet<>(before.keys(List.of()));
    others.addAll(after.keys(List.of()));
    for (Setting.Group group : Setting.Group.values()) {
      others.remove(group.title());
    }
    boolean same = others.stream().allMatch(key -> before.json(key).equals(after.json(key)));
    if (!same || !now.values().equals(wanted)) {
      throw byHand(after, changed.keySet().iterator().next());
    }
  }

  private static UserException byHand(TomlText toml, Setting setting) {
    return UserException.usage(
        "could not change setting \"%s\" in configuration file \"%s\""
            .formatted(setting.label(), toml.file()),
        "It is not written as a line of its own below ["
            + setting.group().title()
            + "]; edit the file by hand.");
  }
}
