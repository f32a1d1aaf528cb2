package io.linkspan.sql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The value of an {@code E'…'} constant (manual, "String Constants with C-Style Escapes"). */
final class EscapeString {
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at = 2;

  EscapeString(String text) {
    this.text = text;
  }

  /** Empty where an escape is malformed or bytes do not make UTF-8. */
  Optional<String> value() {
    while (at >= 0 && at < text.length()) {
      char c = text.charAt(at);
      boolean read = c == '\\' ? escape() : character(c);
      if (!read) {
        return Optional.empty();
      }
    }
    return flush() ? Optional.of(out.toString()) : Optional.empty();
  }

  private boolean character(char c) {
    if (!flush()) {
      return false;
    }
    if (c != '\'') {
      out.append(c);
      at++;
    } else if (Characters.at(text, at + 1) == '\'') {
      out.append(c);
      at += 2;
    } else {
      at = QuotedText.continuation(text, at + 1);
    }
    return true;
  }

  private boolean escape() {
    char c = Characters.at(text, at + 1);
    if (c >= '0' && c <= '7') {
      return octets(at + 1, 3, 8);
    }
    if (c == 'x' && Character.digit(Characters.at(text, at + 2), 16) >= 0) {
      return octets(at + 2, 2, 16);
    }
    if (!flush()) {
      return false;
    }
    if (c == 'u' || c == 'U') {
      int from = at + 2;
      at = from + (c == 'u' ? 4 : 8);
      return UnicodeEscapes.append(out, text, from, at);
    }
    out.append(
        switch (c) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> c;
        });
    at += 2;
    return true;
  }

  private boolean octets(int from, int most, int radix) {
    int value = 0;
    int to = from;
    while (to < from + most && Character.digit(Characters.at(text, to), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(to), radix);
      to++;
    }
    at = to;
    bytes.write(value);
    return (value & 0xFF) != 0;
  }

  private boolean flush() {
    if (bytes.size() == 0) {
      return true;
    }
    try {
      out.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
      bytes.reset();
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
