package io.linkspan.report;

/** Text as XML 1.0 may hold it. */
final class XmlText {
  private XmlText() {}

  /** Between tags. */
  static String content(String text) {
    return escaped(text, false);
  }

  /** Between double quotes, where a line end would become a blank otherwise. */
  static String attribute(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean attribute) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> xml.append(attribute ? "&#" + c + ";" : Character.toString(c));
                case '\r' -> xml.append("&#13;");
                default -> xml.append(isAllowed(c) ? Character.toString(c) : spelledOut(c));
              }
            });
    return xml.toString();
  }

  /** Extensible Markup Language 1.0, production 2, "Char". */
  private static boolean isAllowed(int c) {
    return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  }

  private static String spelledOut(int c) {
    return "\\u%04X".formatted(c);
  }
}
