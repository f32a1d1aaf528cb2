package io.linkspan.trouble;

/**
 * One entry of the catalogue.
 *
 * @param id lower-case words joined by hyphens, such as {@code password-missing}
 * @param theme what the entries beside it have in common
 * @param notProduced why no test makes it happen; empty where one does
 */
public record Trouble(
    String id,
    String theme,
    String title,
    Signs signs,
    Advice advice,
    Found found,
    String notProduced) {
  public Trouble {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not an id: " + id);
    }
    if (signs.seen().isEmpty() == signs.silent().isEmpty()) {
      throw new IllegalArgumentException(id + " has either texts or is silent");
    }
    if (title.isEmpty() || advice.cause().isEmpty() || advice.next().isEmpty()) {
      throw new IllegalArgumentException(id + " lacks its title, its cause or its cure");
    }
  }

  /** Whether nothing is raised. */
  public boolean silent() {
    return signs.seen().isEmpty();
  }
}
