package io.linkspan.trouble;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One file of the catalogue: a theme, then entries. An entry begins with its id in brackets; each
 * line of it is a key and its value, and a line that begins with a blank goes on with the one
 * before. See {@link TroubleEntry} for the keys.
 */
final class TroubleFile {
  private TroubleFile() {}

  static List<Trouble> read(String name) {
    return parse(text(name + ".txt"));
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(TroubleFile.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Trouble> parse(String text) {
    List<TroubleEntry> entries = new ArrayList<>();
    String theme = "";
    for (String line : joined(text)) {
      if (line.startsWith("# ")) {
        theme = line.substring(2);
      } else if (line.startsWith("[")) {
        entries.add(new TroubleEntry(line.substring(1, line.length() - 1), theme));
      } else {
        int blank = line.indexOf(' ');
        TroubleEntry entry = entries.get(entries.size() - 1);
        entry.put(
            blank < 0 ? line : line.substring(0, blank),
            blank < 0 ? "" : line.substring(blank).strip());
      }
    }
    return entries.stream().map(TroubleEntry::trouble).toList();
  }

  /** The lines that say something, each with the lines that continue it. */
  private static List<String> joined(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      if (line.startsWith(" ")) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
      } else {
        lines.add(line.strip());
      }
    }
    return lines;
  }
}
