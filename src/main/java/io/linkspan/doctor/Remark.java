package io.linkspan.doctor;

import io.linkspan.check.Finding;
import io.linkspan.check.Finding.Severity;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.SqlState;
import java.util.List;

/** Something that is not as a copy needs it, with cause and cure. */
public record Remark(Severity severity, ErrorFields fields) {
  static Remark error(String message, String cause, String next) {
    return remark(Severity.ERROR, message, cause, next);
  }

  static Remark warning(String message, String cause, String next) {
    return remark(Severity.WARNING, message, cause, next);
  }

  static Remark note(String message, String cause, String next) {
    return remark(Severity.NOTE, message, cause, next);
  }

  /** What a check of plans says. */
  static Remark of(Finding finding) {
    return new Remark(finding.severity(), finding.fields());
  }

  private static Remark remark(Severity severity, String message, String cause, String next) {
    return new Remark(
        severity, ErrorFields.of(message).withExplanation(new Explanation(cause, next)));
  }

  /** The same with the SQLSTATE in which it would end. */
  static Remark coded(Remark remark, String code) {
    return new Remark(remark.severity, remark.fields.withSqlState(new SqlState(code)));
  }

  /** What checks of plans say. */
  static List<Remark> of(List<Finding> findings) {
    return findings.stream().map(Remark::of).toList();
  }
}
