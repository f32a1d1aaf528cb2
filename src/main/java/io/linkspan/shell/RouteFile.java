package io.linkspan.shell;

import java.nio.charset.StandardCharsets;

/** The name of the file that belongs to a route. */
final class RouteFile {
  private static final int LONGEST = 200;

  private RouteFile() {}

  /** {@code archive--main} for {@code archive -> main}; {@code -} where there is no route. */
  static String name(String route) {
    if (route.isEmpty()) {
      return "-";
    }
    StringBuilder name = new StringBuilder();
    for (String end : route.split(" -> ", -1)) {
      name.append(name.isEmpty() ? "" : "--").append(safe(end));
    }
    return name.length() <= LONGEST
        ? name.toString()
        : name.substring(0, LONGEST) + "-" + Integer.toHexString(route.hashCode());
  }

  /** Letters, digits and underscores as they are, a hyphen only between two of them. */
  private static String safe(String end) {
    byte[] bytes = end.getBytes(StandardCharsets.UTF_8);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      boolean inside = i > 0 && i < bytes.length - 1 && plain(bytes[i - 1]) && plain(bytes[i + 1]);
      if (plain(bytes[i]) || (bytes[i] == '-' && inside)) {
        safe.append((char) bytes[i]);
      } else {
        safe.append("%%%02X".formatted(bytes[i] & 0xff));
      }
    }
    return safe.toString();
  }

  private static boolean plain(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
  }
}
