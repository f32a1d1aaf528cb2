package io.linkspan.sql;

import io.linkspan.pg.Literal;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a backslash command as psql reads them (psql manual, "Meta-Commands"): words
 * between blanks, {@code '…'} with backslash escapes, variables. What stands in backticks is never
 * carried out.
 */
public final class SlashArguments {
  /** Whether a variable is set: {@code :{?name}}. */
  private static final Pattern IS_SET = Pattern.compile(":\\{\\?(\\w+)\\}");

  private final String text;
  private final Map<String, String> variables;
  private final StringBuilder word = new StringBuilder();
  private int at;

  private SlashArguments(String text, Map<String, String> variables) {
    this.text = text;
    this.variables = variables;
  }

  /**
   * The arguments.
   *
   * @throws UserException where a quote is not closed, or something is in backticks
   */
  public static List<String> of(String text, Map<String, String> variables) {
    SlashArguments arguments = new SlashArguments(text, variables);
    List<String> all = new ArrayList<>();
    while (arguments.skipBlanks()) {
      all.add(arguments.next());
    }
    return List.copyOf(all);
  }

  private boolean skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private String next() {
    word.setLength(0);
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      switch (text.charAt(at)) {
        case '\'' -> quoted();
        case '"' -> asTyped();
        case '`' ->
            throw UserException.usage(
                "commands in backticks are not carried out here",
                "Carry it out by itself: \\! COMMAND, or set the variable by hand.");
        case ':' -> variable();
        default -> word.append(text.charAt(at++));
      }
    }
    return word.toString();
  }

  /** The quotes stay, as in psql: {@code \echo "a b"} shows them. */
  private void asTyped() {
    int end = text.indexOf('"', at + 1);
    if (end < 0) {
      throw unterminated();
    }
    word.append(text, at, end + 1);
    at = end + 1;
  }

  private void quoted() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        escaped(text.charAt(at++));
      } else if (c != '\'') {
        word.append(c);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        word.append('\'');
        at++;
      } else {
        return;
      }
    }
    throw unterminated();
  }

  private static UserException unterminated() {
    return UserException.usage("unterminated quoted string", "Close the quote.");
  }

  private void escaped(char c) {
    switch (c) {
      case 'n' -> word.append('\n');
      case 't' -> word.append('\t');
      case 'b' -> word.append('\b');
      case 'r' -> word.append('\r');
      case 'f' -> word.append('\f');
      case 'x' -> number(16, 2);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        number(8, 3);
      }
      default -> word.append(c);
    }
  }

  /** The character of that number, of as many digits as there are. */
  private void number(int base, int most) {
    int begin = at;
    int value = 0;
    while (at < text.length() && at - begin < most && Character.digit(text.charAt(at), base) >= 0) {
      value = value * base + Character.digit(text.charAt(at++), base);
    }
    word.append(at == begin ? "x" : String.valueOf((char) value));
  }

  private void variable() {
    Matcher asked = IS_SET.matcher(text).region(at, text.length());
    if (asked.lookingAt()) {
      word.append(variables.containsKey(asked.group(1)) ? "TRUE" : "FALSE");
      at = asked.end();
      return;
    }
    VariableText found = VariableText.at(text, at);
    if (found.end() >= 0) {
      String typed = text.substring(at, found.end());
      boolean plain = found.kind() == TokenKind.VARIABLE;
      String value =
          variables.get(plain ? typed.substring(1) : typed.substring(2, typed.length() - 1));
      word.append(value == null ? typed : spelled(found.kind(), value));
      at = found.end();
    } else {
      word.append(text.charAt(at++));
    }
  }

  private static String spelled(TokenKind kind, String value) {
    return switch (kind) {
      case VARIABLE_LITERAL -> Literal.quoted(value);
      case VARIABLE_IDENTIFIER -> '"' + value.replace("\"", "\"\"") + '"';
      default -> value;
    };
  }
}
