package io.linkspan.pg;

/**
 * What the user can mend: shown as ERROR, DETAIL and HINT, without a stack trace, and changes
 * nothing. Never holds a password.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is; the exit code of a script follows from it. */
  public enum Kind {
    /** The command cannot be understood or does not fit the state. */
    USAGE,
    /** A database could not be reached. */
    CONNECTION,
    /** A check refused to run. */
    CHECK,
    /** A server reported an error. */
    SERVER,
    /** An {@code expect} or {@code verify} found a difference. */
    DIFFERENCE,
    /** The user stopped it. */
    INTERRUPTED
  }

  private final Kind kind;
  private final transient ErrorFields fields;

  public UserException(Kind kind, ErrorFields fields) {
    super(fields.message());
    this.kind = kind;
    this.fields = fields;
  }

  public UserException(Kind kind, ErrorFields fields, Throwable cause) {
    super(fields.message(), cause);
    this.kind = kind;
    this.fields = fields;
  }

  /** A command that cannot be understood, with what to type next. */
  public static UserException usage(String message, String hint) {
    return new UserException(Kind.USAGE, ErrorFields.of(message).withHint(hint));
  }

  public Kind kind() {
    return kind;
  }

  public ErrorFields fields() {
    return fields;
  }
}
