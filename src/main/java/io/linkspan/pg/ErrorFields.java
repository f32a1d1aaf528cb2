package io.linkspan.pg;

import java.util.Optional;

/**
 * The fields of an error or notice (manual, "Error and Notice Message Fields"), whether a server
 * made it or linkspan did in a server's voice.
 *
 * @param message one line, lower case, no full stop
 * @param sqlState empty where no server was asked
 * @param detail whole sentences
 * @param hint whole sentences: what to type next
 * @param context the server's own CONTEXT; a dblink line in it tells that the source raised the
 *     error
 * @param position 1-based index of the character in the statement, 0 when not known
 * @param explanation linkspan's own: why it happened, and what to type next
 * @param place where in a command it is, which no server counts
 */
public record ErrorFields(
    String message,
    Optional<SqlState> sqlState,
    Optional<String> detail,
    Optional<String> hint,
    Optional<String> context,
    int position,
    Optional<Explanation> explanation,
    Optional<TextPlace> place) {

  /** Fields that nobody has explained yet. */
  public ErrorFields(
      String message,
      Optional<SqlState> sqlState,
      Optional<String> detail,
      Optional<String> hint,
      Optional<String> context,
      int position) {
    this(message, sqlState, detail, hint, context, position, Optional.empty(), Optional.empty());
  }

  /** A message alone. */
  public static ErrorFields of(String message) {
    return new ErrorFields(
        message, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** The same with another message. */
  public ErrorFields withMessage(String text) {
    return new ErrorFields(text, sqlState, detail, hint, context, position, explanation, place);
  }

  /** The same with a DETAIL. */
  public ErrorFields withDetail(String text) {
    return new ErrorFields(
        message, sqlState, Optional.of(text), hint, context, position, explanation, place);
  }

  /** The same with a HINT. */
  public ErrorFields withHint(String text) {
    return new ErrorFields(
        message, sqlState, detail, Optional.of(text), context, position, explanation, place);
  }

  /** The same with a SQLSTATE. */
  public ErrorFields withSqlState(SqlState state) {
    return new ErrorFields(
        message, Optional.of(state), detail, hint, context, position, explanation, place);
  }

  /** The same with cause and cure. */
  public ErrorFields withExplanation(Explanation why) {
    return new ErrorFields(
        message, sqlState, detail, hint, context, position, Optional.of(why), place);
  }

  /** The same with the place in the command, or with none. */
  public ErrorFields withPlace(Optional<TextPlace> where) {
    return new ErrorFields(message, sqlState, detail, hint, context, position, explanation, where);
  }
}
