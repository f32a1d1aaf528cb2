package io.linkspan.check;

import io.linkspan.pg.ErrorFields;

/**
 * Something that is wrong or risky with a plan or its statement.
 *
 * @param id what was found
 * @param fields message, DETAIL, HINT and, where a server said it, the SQLSTATE
 */
public record Finding(CheckId id, Severity severity, ErrorFields fields) {
  /** How much it matters. */
  public enum Severity {
    /** The run is refused. */
    ERROR,
    /** The run goes on; rows or values may be lost or changed. */
    WARNING,
    /** Worth knowing. */
    NOTE
  }

  /** A finding that refuses the run. */
  public static Finding error(CheckId id, String message, String hint) {
    return new Finding(id, Severity.ERROR, ErrorFields.of(message).withHint(hint));
  }

  /** A finding by which rows or values may be lost or changed. */
  public static Finding warning(CheckId id, String message, String hint) {
    return new Finding(id, Severity.WARNING, ErrorFields.of(message).withHint(hint));
  }

  /** Something worth knowing. */
  public static Finding note(CheckId id, String message) {
    return new Finding(id, Severity.NOTE, ErrorFields.of(message));
  }

  /** The same without DETAIL, HINT and whatever else stands below its message. */
  public Finding firstWords() {
    return new Finding(id, severity, ErrorFields.of(fields.message()));
  }

  /** The same with a hint. */
  public Finding withHint(String hint) {
    return new Finding(id, severity, fields.withHint(hint));
  }

  /** The same with a DETAIL. */
  public Finding withDetail(String detail) {
    return new Finding(id, severity, fields.withDetail(detail));
  }
}
