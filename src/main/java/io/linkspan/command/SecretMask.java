package io.linkspan.command;

import io.linkspan.sql.BackslashText;
import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.Slice;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes passwords out of typed text, before the history keeps it. In doubt it takes out more: a
 * password may hold any quote, and a connection string within a string constant is quoted twice.
 */
final class SecretMask {
  static final String MASK = "***";

  /** Stands for the mask until the end, so that nothing typed is taken for it. */
  private static final String DONE = "\0";

  private static final Set<String> CONNECTS = Set.of("connect", "\\c", "\\connect");

  /**
   * {@code password = …} as libpq reads it; text that touches the value goes with it. The loops
   * never go back, so that a long text takes no stack.
   */
  private static final Pattern CONNINFO =
      Pattern.compile(
          "((?:ssl)?password\\s*=\\s*)(?!\0)(?:'(?:[^'\\\\]|\\\\.|'')*+'?|\"[^\"]*\"?)?(?:\\\\.|\\S)*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A URI's user and password: up to the last "@", which libpq wants escaped and people forget. */
  private static final Pattern URI =
      Pattern.compile(
          "(postgres(?:ql)?://[^\\s:/@]*:)(?!\0)(?:.*@|(?!\\d+(?:[/?,\\s]|$))\\S*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern WITHIN_CONSTANT =
      Pattern.compile("password\\s*=|postgres(?:ql)?://[^\\s:/@]*:", Pattern.CASE_INSENSITIVE);

  /** {@code let pw = …}: a variable whose name says what it holds. */
  private static final Pattern SECRET_VARIABLE =
      Pattern.compile(
          "(?:\\s*let|((?s:.*?))\\\\set(?:env)?)\\s+[^\\s=]*(?:pass|pw|secret)[^\\s=]*\\s*[=\\s]\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern END_OF_PASSWORD = Pattern.compile("[@\\s'$&]");

  private static final Pattern QUOTES = Pattern.compile("^['\\s]+");

  private SecretMask() {}

  /** The text with {@code ***} in the place of every password. */
  static String mask(String typed) {
    Matcher variable = SECRET_VARIABLE.matcher(typed);
    if (!variable.lookingAt()) {
      return plain(typed).replace(DONE, MASK);
    }
    String before = Objects.requireNonNullElse(variable.group(1), "");
    String set = typed.substring(before.length(), variable.end());
    return (plain(before) + set + DONE).replace(DONE, MASK);
  }

  /** Whether a variable of that name is taken for a password. */
  static boolean isSecretName(String name) {
    return SECRET_VARIABLE.matcher("let " + name + "=").lookingAt();
  }

  /** What the mask takes out of a statement, in the spellings in which a server repeats it. */
  static Set<String> secrets(String sql) {
    Set<String> secrets = new LinkedHashSet<>();
    String masked = mask(sql);
    for (SqlToken token : SqlLexer.tokens(sql)) {
      boolean constant = token.kind().isString() || token.kind() == TokenKind.OPEN_STRING;
      if (!constant || masked.contains(token.text())) {
        continue;
      }
      secrets.add(token.text());
      token.stringValue().ifPresent(secrets::add);
      Matcher within = WITHIN_CONSTANT.matcher(token.text());
      if (within.find()) {
        String rest = QUOTES.matcher(token.text().substring(within.end())).replaceFirst("");
        secrets.add(END_OF_PASSWORD.split(rest, 2)[0]);
      } else {
        String inner = token.text().substring(content(token));
        secrets.add(inner.endsWith("'") ? inner.substring(0, inner.length() - 1) : inner);
      }
    }
    return secrets;
  }

  private static String plain(String typed) {
    boolean ours = Input.of(typed) instanceof Input.OfCommand of && !of.word().startsWith("\\");
    if (ours || typed.indexOf('\\') < 0) {
      return ours ? command(typed) : sql(typed);
    }
    StringBuilder masked = new StringBuilder();
    int begin = 0;
    for (Slice piece : BackslashText.sql(typed)) {
      masked.append(command(typed.substring(begin, piece.begin()))).append(sql(piece.text()));
      begin = piece.end();
    }
    return masked.toString();
  }

  private static String command(String typed) {
    boolean connects =
        Input.of(typed) instanceof Input.OfCommand command && CONNECTS.contains(command.word());
    return connection(connects ? typed : constants(typed));
  }

  private static String sql(String typed) {
    String masked = constants(typed);
    // Where quotes do not pair, a connection string may stand outside of the constants.
    return DblinkCalls.mentioned(typed) ? connection(masked) : masked;
  }

  /** Whether a string constant of the text is a password, or a connection string with one. */
  static boolean inConstant(String text) {
    return !constants(text).equals(text);
  }

  private static String connection(String text) {
    String masked = URI.matcher(text).replaceAll("$1" + DONE + "@");
    return CONNINFO.matcher(masked).replaceAll("$1" + DONE);
  }

  /** The text without string constants that follow the word PASSWORD or hold a connection. */
  private static String constants(String typed) {
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    boolean joined = false;
    String before = "";
    List<SqlToken> tokens = SqlLexer.tokens(typed);
    Set<Integer> whole = wholeArguments(typed);
    for (SqlToken token : tokens) {
      if (token.kind().isComment()) {
        masked.append(typed, copied, token.begin()).append(connection(token.text()));
        copied = token.end();
        continue;
      }
      boolean constant =
          token.kind().isString()
              || token.kind() == TokenKind.OPEN_STRING
              || token.kind() == TokenKind.OPEN_DOLLAR_STRING;
      if (constant) {
        Matcher secret = WITHIN_CONSTANT.matcher(token.text());
        boolean holds = secret.find();
        if (joined || before.endsWith("password")) {
          masked.append(typed, copied, token.begin()).append("'" + DONE + "'");
          copied = token.end();
        } else if (holds) {
          masked.append(typed, copied, token.begin()).append('\'');
          masked.append(token.text(), content(token), secret.end()).append(DONE + "'");
          copied = token.end();
        }
        // 'password=' || 'secret': what comes after such a constant may be the rest of it.
        joined |= holds && !whole.contains(token.begin());
      }
      before = token.text().toLowerCase(Locale.ROOT).replace("\"", "");
    }
    return masked.append(typed, copied, typed.length()).toString();
  }

  /** Where constants begin that are an argument of dblink, so that nothing is joined to them. */
  private static Set<Integer> wholeArguments(String typed) {
    return DblinkCalls.in(typed).stream()
        .flatMap(call -> call.arguments().stream())
        .filter(argument -> argument.value().isPresent())
        .map(argument -> argument.slice().begin())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The index in the constant's text at which its value begins: after the quote or the tag. */
  private static int content(SqlToken constant) {
    String text = constant.text();
    return text.startsWith("$") ? text.indexOf('$', 1) + 1 : text.indexOf('\'') + 1;
  }
}
