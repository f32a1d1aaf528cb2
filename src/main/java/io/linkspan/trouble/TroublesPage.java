package io.linkspan.trouble;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the catalogue as docs/troubles.md. */
public final class TroublesPage {
  private TroublesPage() {}

  /** The whole page, as Markdown. */
  public static String text() {
    StringBuilder page = new StringBuilder("# Troubles\n\n");
    page.append(
        """
        What goes wrong with dblink: the texts that one sees, why, and what helps, in linkspan and
        in SQL written by hand. Made from the catalogue that linkspan explains errors by; a test
        makes each of them come up on real servers of 13, 15 and 18, unless it says so.
        `help troubles` lists them at the prompt, `help ID` and `help SQLSTATE` show one. Words in
        capitals stand for names of yours.

        An error that came through dblink has a line `CONTEXT: … on dblink connection named "…"`:
        the source raised it, and the target passed it on. Without that line the target raised it.
        """);
    String theme = "";
    for (Trouble trouble : Troubles.all()) {
      if (!trouble.theme().equals(theme)) {
        theme = trouble.theme();
        page.append("\n## ").append(theme).append('\n');
      }
      page.append('\n').append(section(trouble));
    }
    return page.toString();
  }

  private static String section(Trouble trouble) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(trouble.id()).append("\n\n");
    text.append(capitalised(trouble.title())).append(".\n\n");
    text.append(
        trouble.silent()
            ? "- **You see** no error. " + plain(trouble.signs().silent()) + "\n"
            : "- **You see**\n\n"
                + trouble.signs().seen().stream()
                    .map(TroublesPage::seen)
                    .collect(Collectors.joining("\n"))
                + "\n");
    text.append("- **Raised by** ").append(trouble.signs().side().words()).append(".\n");
    text.append("- **Cause.** ").append(plain(trouble.advice().cause())).append('\n');
    text.append("- **In linkspan.** ").append(list(trouble.advice().next()));
    text.append("- **By hand.** ")
        .append(
            trouble.advice().byHand().isEmpty()
                ? "The same, written into the SQL.\n"
                : list(trouble.advice().byHand()));
    text.append("- **Found.** ").append(trouble.found().words()).append('\n');
    if (!trouble.notProduced().isEmpty()) {
      text.append("- **Not made to come up in a test:** ")
          .append(trouble.notProduced())
          .append(".\n");
    }
    return text.toString();
  }

  private static String seen(Seen seen) {
    StringBuilder text = new StringBuilder("  ```\n");
    String versions =
        seen.everywhere()
            ? ""
            : seen.since() == seen.until()
                ? seen.since() + ": "
                : seen.since() + " to " + seen.until() + ": ";
    text.append("  ").append(versions).append("ERROR: ").append(plain(seen.message()));
    text.append(" (SQLSTATE ").append(seen.state().code()).append(")\n");
    if (!seen.detail().isEmpty()) {
      text.append("  DETAIL: ").append(plain(seen.detail())).append('\n');
    }
    if (!seen.hint().isEmpty()) {
      text.append("  HINT: ").append(plain(seen.hint())).append('\n');
    }
    return text.append("  ```\n").toString();
  }

  private static String list(List<String> ways) {
    if (ways.size() == 1) {
      return plain(ways.get(0)) + "\n";
    }
    return ways.stream()
        .map(way -> "\n  - " + plain(way))
        .collect(Collectors.joining("", "\n", "\n"));
  }

  private static String plain(String text) {
    return Filled.with(Map.of(), text);
  }

  private static String capitalised(String text) {
    // dblink is written small wherever it stands.
    return text.startsWith("dblink")
        ? text
        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
