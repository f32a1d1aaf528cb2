package io.linkspan.settings;

import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is set now. Any thread may ask. */
public final class Settings {
  private final Map<Setting, String> changed = new ConcurrentHashMap<>();

  /** Everything as it is where nobody said otherwise. */
  public Settings() {}

  /** The same values, to be changed apart from these. */
  public Settings copy() {
    Settings copy = new Settings();
    copy.changed.putAll(changed);
    return copy;
  }

  /** The value as text. */
  public String text(Setting setting) {
    return changed.getOrDefault(setting, setting.standard());
  }

  /** Whether the value is {@code on}. */
  public boolean on(Setting setting) {
    return text(setting).equals("on");
  }

  /** The value of a setting that takes numbers. */
  public int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** Whether the value is not the standard one. */
  public boolean isChanged(Setting setting) {
    return !text(setting).equals(setting.standard());
  }

  /**
   * Sets a value.
   *
   * @throws UserException where the setting does not take it; nothing is changed then
   */
  public void set(Setting setting, String typed) {
    String value =
        setting
            .read(typed)
            .orElseThrow(
                () ->
                    UserException.usage(
                        "setting \"%s\" does not take \"%s\"".formatted(setting.label(), typed),
                        setting.takes()));
    changed.put(setting, value);
  }

  /** Sets the standard value. */
  public void reset(Setting setting) {
    changed.remove(setting);
  }

  /**
   * The setting of that name.
   *
   * @throws UserException where there is none, with the nearest name
   */
  public static Setting require(String label) {
    return Setting.named(label)
        .orElseThrow(
            () ->
                UserException.usage(
                    "unknown setting \"" + label + "\"",
                    NearestName.hint(
                            label, Arrays.stream(Setting.values()).map(Setting::label).toList())
                        .orElse("See all: set")));
  }
}
