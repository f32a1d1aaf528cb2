package io.linkspan.catalog;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A pattern for names in psql's manner (manual, psql, "Patterns"): {@code *} stands for any
 * characters, {@code ?} for one, a dot parts schema and name, double quotes keep what is in them as
 * it is, and other characters of regular expressions mean what they mean there.
 *
 * @param typed the pattern as typed, empty for none
 * @param database the database named in front, as it is, not a regular expression
 * @param schema a regular expression for the whole name of the schema; empty where none is named
 * @param name a regular expression for the whole name; empty where any name will do
 */
public record NamePattern(
    String typed, Optional<String> database, Optional<String> schema, Optional<String> name) {

  /** Characters that mean something in a regular expression; a dollar never does, as in psql. */
  private static final String SPECIAL = "|*+?()[]{}.^\\";

  private static final String ANYTHING = "^(.*)$";

  /** No pattern at all. */
  public static final NamePattern NONE =
      new NamePattern("", Optional.empty(), Optional.empty(), Optional.empty());

  /** What a pattern may name before the name itself. */
  public enum Level {
    /** Roles and databases stand in no schema. */
    NAME(1),
    /** A schema, with its database. */
    DATABASE_AND_NAME(2),
    /** Things in a schema. */
    DATABASE_SCHEMA_AND_NAME(3);

    private final int mostParts;

    Level(int mostParts) {
      this.mostParts = mostParts;
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws UserException where it has more parts than such a name can have
   */
  public static NamePattern parse(String typed, Level level) {
    if (typed.isEmpty()) {
      return NONE;
    }
    List<Part> parts = parts(typed);
    if (parts.size() > level.mostParts) {
      throw UserException.usage(
          "improper qualified name (too many dotted names): " + typed,
          level == Level.DATABASE_SCHEMA_AND_NAME
              ? "Put a name with dots in it in double quotes."
              : "Such a name has no schema in front.");
    }
    Optional<Part> last = Optional.of(parts.get(parts.size() - 1));
    boolean inSchema = level == Level.DATABASE_SCHEMA_AND_NAME && parts.size() > 1;
    int before = parts.size() - (inSchema ? 3 : 2);
    return new NamePattern(
        typed,
        before < 0 ? Optional.empty() : Optional.of(parts.get(before).plain()),
        inSchema ? Optional.of(parts.get(parts.size() - 2).regex()) : Optional.empty(),
        last.map(Part::regex).filter(regex -> !regex.equals(ANYTHING)));
  }

  /**
   * Reads a pattern for a type, where SQL has spellings for it that the catalogs do not have (psql
   * knows the same three).
   */
  public static NamePattern ofType(String typed, Level level) {
    String array = typed.endsWith("[]") ? "[]" : "";
    String element = typed.substring(0, typed.length() - array.length());
    String known =
        switch (element.toLowerCase(Locale.ROOT)) {
          case "decimal" -> "numeric";
          case "float" -> "double precision";
          case "int" -> "integer";
          default -> element;
        };
    return parse(known + array, level);
  }

  /** Whether nothing was typed. */
  public boolean isNone() {
    return typed.isEmpty();
  }

  /** Whether the pattern is one plain name, so that it can be missing rather than not fitting. */
  public boolean isOneName() {
    return !isNone() && parts(typed).stream().allMatch(Part::exact);
  }

  /** The pattern for a message: one name as the server would have it, others as typed. */
  public String shown() {
    return isOneName()
        ? parts(typed).stream().map(Part::plain).collect(Collectors.joining("."))
        : typed.replace("\"", "");
  }

  /** The last part without quotes and escapes, for a search of names that are near. */
  public String plainName() {
    List<Part> parts = parts(typed);
    return parts.get(parts.size() - 1).plain();
  }

  /**
   * Fails where the pattern names another database than the one that is asked.
   *
   * @throws UserException as the server does for such a name
   */
  public void requireDatabase(String current) {
    if (database.isPresent() && !database.orElseThrow().equals(current)) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("cross-database references are not implemented: " + typed)
              .withHint("Name a connection to that database: CONNECTION:SCHEMA.NAME"));
    }
  }

  /**
   * Whether the pattern fits, for names that are at hand already.
   *
   * @throws UserException where the pattern is no regular expression
   */
  public boolean fits(String ofSchema, String ofName) {
    return schema.map(regex -> matches(regex, ofSchema)).orElse(true)
        && name.map(regex -> matches(regex, ofName)).orElse(true);
  }

  private boolean matches(String regex, String value) {
    try {
      return Pattern.compile(regex).matcher(value).find();
    } catch (PatternSyntaxException e) {
      throw UserException.usage(
          "invalid pattern \"" + typed + "\": " + e.getDescription(),
          "Put double quotes around what is to be taken as it stands.");
    }
  }

  /**
   * A name between dots.
   *
   * @param regex anchored at both ends
   * @param plain without the quotes, folded outside them
   * @param exact whether nothing in it stands for something else
   */
  private record Part(String regex, String plain, boolean exact) {}

  private static List<Part> parts(String typed) {
    List<Part> parts = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    boolean exact = true;
    boolean quoted = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      char next = i + 1 < typed.length() ? typed.charAt(i + 1) : '\0';
      if (c == '"' && quoted && next == '"') {
        regex.append(c);
        plain.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part(regex, plain, exact));
        regex.setLength(0);
        plain.setLength(0);
        exact = true;
      } else {
        exact &= quoted || SPECIAL.indexOf(c) < 0;
        char folded = quoted || c < 'A' || c > 'Z' ? c : (char) (c + 32);
        regex.append(piece(folded, quoted, next));
        plain.append(folded);
      }
    }
    parts.add(part(regex, plain, exact));
    return parts;
  }

  private static Part part(CharSequence regex, CharSequence plain, boolean exact) {
    return new Part("^(" + regex + ")$", plain.toString(), exact);
  }

  /** What stands in the regular expression for one character. */
  private static String piece(char c, boolean quoted, char next) {
    boolean arrayBrackets = c == '[' && next == ']';
    if (c == '$' || arrayBrackets || (quoted && SPECIAL.indexOf(c) >= 0)) {
      return "\\" + c;
    }
    return switch (c) {
      case '*' -> quoted ? "\\*" : ".*";
      case '?' -> quoted ? "\\?" : ".";
      default -> String.valueOf(c);
    };
  }
}
