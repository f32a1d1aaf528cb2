package io.linkspan.command;

import io.linkspan.command.CompletionPlace.Kind;
import io.linkspan.settings.Setting;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Optional;

/** Where a setting or its value is typed. */
final class SettingPlaces {
  private SettingPlaces() {}

  /** After {@code \pset} and its like: the setting, then its value. */
  static CompletionPlace of(Tokens finished) {
    if (finished.atEnd()) {
      return CompletionPlace.of(Kind.SETTING);
    }
    Optional<Setting> setting = Setting.named(finished.next().word());
    finished.acceptSymbol("=");
    return finished.atEnd()
        ? values(setting.map(Setting::words).orElse(List.of()))
        : CompletionPlace.of(Kind.NOTHING);
  }

  /** The words of one setting, such as those of {@code \x}. */
  static CompletionPlace of(Setting setting, Tokens finished) {
    return finished.atEnd() ? values(setting.words()) : CompletionPlace.of(Kind.NOTHING);
  }

  private static CompletionPlace values(List<String> words) {
    return CompletionPlace.of(Kind.WORDS).offering(words);
  }

  /** SET is SQL too: its first word may be a setting of either. */
  static CompletionPlace besideSql(CompletionPlace sql) {
    Tokens tokens = Tokens.of(sql.text());
    if (!tokens.acceptWord("set") && !tokens.acceptWord("reset")) {
      return sql;
    }
    boolean blank = Character.isWhitespace(sql.text().charAt(sql.text().length() - 1));
    boolean first = tokens.atEnd() || (!blank && tokens.peek(1).text().isEmpty());
    if (first) {
      return new CompletionPlace(
          Kind.SETTING, sql.ends(), sql.words(), sql.taken(), sql.subject(), sql.text());
    }
    List<String> values = Setting.named(tokens.next().word()).map(Setting::words).orElse(List.of());
    return values.isEmpty() ? sql : values(values);
  }
}
