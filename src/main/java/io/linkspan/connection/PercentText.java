package io.linkspan.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoded text (RFC 3986, section 2.1), its bytes in UTF-8. */
final class PercentText {
  private static final String HINT =
      "Write % as %25, and a character that means something in a URI as % and two hex digits.";

  private PercentText() {}

  /**
   * The characters that a part of a URI stands for.
   *
   * @param offset where the part begins in the whole text, 0-based, for messages
   * @param plusIsBlank whether a plus sign stands for a blank, as in pgjdbc's URLs
   */
  static String decoded(String part, int offset, boolean plusIsBlank) {
    String text = plusIsBlank ? part.replace('+', ' ') : part;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) == '%') {
        bytes.write(octet(text, i, offset));
        i += 3;
      } else {
        int next = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, next).getBytes(StandardCharsets.UTF_8));
        i = next;
      }
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw SettingsText.malformed("percent-encoded text is not UTF-8", offset, HINT);
    }
  }

  private static int octet(String text, int i, int offset) {
    if (i + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(i + 1))
        || !HexFormat.isHexDigit(text.charAt(i + 2))) {
      throw SettingsText.malformed("invalid percent-encoded token", offset + i, HINT);
    }
    int octet = HexFormat.fromHexDigits(text, i + 1, i + 3);
    if (octet == 0) {
      throw SettingsText.malformed("forbidden percent-encoded value %00", offset + i, HINT);
    }
    return octet;
  }
}
