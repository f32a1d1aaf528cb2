package io.linkspan.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that a setting takes. */
sealed interface Values {
  /** The value as it is kept; empty where the setting does not take it. */
  Optional<String> read(String typed);

  /** What may be typed, for messages: {@code on, off}. */
  String described();

  /** The words that may be typed, where they can be listed. */
  List<String> words();

  /** One of these words. */
  record Choice(List<String> words) implements Values {
    /** How PostgreSQL spells a switch (manual, section 20.1.1). */
    private static final List<String> ON = List.of("on", "true", "yes", "1");

    private static final List<String> OFF = List.of("off", "false", "no", "0");

    public Choice {
      words = List.copyOf(words);
    }

    static Choice of(String... words) {
      return new Choice(List.of(words));
    }

    @Override
    public Optional<String> read(String typed) {
      String word = typed.strip().toLowerCase(Locale.ROOT);
      if (words.contains(word)) {
        return Optional.of(word);
      }
      String spelled = ON.contains(word) ? "on" : OFF.contains(word) ? "off" : word;
      return words.contains(spelled) ? Optional.of(spelled) : Optional.empty();
    }

    @Override
    public String described() {
      return String.join(", ", words);
    }
  }

  /** A whole number, both ends included. */
  record Whole(int least, int most) implements Values {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    @Override
    public Optional<String> read(String typed) {
      String text = typed.strip();
      if (!DIGITS.matcher(text).matches()) {
        return Optional.empty();
      }
      int number = Integer.parseInt(text);
      return number < least || number > most
          ? Optional.empty()
          : Optional.of(Integer.toString(number));
    }

    @Override
    public String described() {
      return "a number from " + least + " to " + most;
    }

    @Override
    public List<String> words() {
      return List.of();
    }
  }

  /** Any text. */
  record Text() implements Values {
    @Override
    public Optional<String> read(String typed) {
      return Optional.of(typed);
    }

    @Override
    public String described() {
      return "any text";
    }

    @Override
    public List<String> words() {
      return List.of();
    }
  }
}
