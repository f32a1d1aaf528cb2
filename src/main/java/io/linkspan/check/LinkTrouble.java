package io.linkspan.check;

import io.linkspan.check.Finding.Severity;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;

/**
 * Explains why the target cannot reach the source. dblink says SQLSTATE 08001 or 2F003 for nearly
 * all of it, so the cause is told from the text as well; the texts are those of 13 to 18.
 */
public final class LinkTrouble {
  private LinkTrouble() {}

  /** A finding with cause and cure for what opening the link threw. */
  public static Finding explain(UserException trouble, String source, String target) {
    ErrorFields said = trouble.fields();
    String text = said.message() + " " + said.detail().orElse("");
    ErrorFields fields =
        said.withMessage(
                "target \"%s\" cannot reach source \"%s\": %s"
                    .formatted(target, source, said.message()))
            .withHint(
                said.hint().filter(h -> ours(trouble)).orElse(cure(text, said, source, target)));
    return new Finding("source-unreachable", Severity.ERROR, fields);
  }

  /** Whether the message is linkspan's own, whose hint is a cure already. */
  private static boolean ours(UserException trouble) {
    return trouble.kind() == UserException.Kind.CHECK;
  }

  private static String cure(String text, ErrorFields said, String source, String target) {
    if (text.contains("password authentication failed")) {
      return "The source refuses the role's password when the target comes with it: connect %s again with the right one."
          .formatted(source);
    }
    if (text.contains("no pg_hba.conf entry")) {
      return "On %s, its administrator: allow the address of %s in pg_hba.conf, with scram-sha-256."
          .formatted(source, target);
    }
    if (text.contains("does not request a password") || text.contains("credentials they provide")) {
      return "On %s, its administrator: ask %s's address for a password in pg_hba.conf (scram-sha-256 instead of trust or peer)."
          .formatted(source, target);
    }
    if (said.sqlState().filter(SqlState.PASSWORD_REQUIRED::equals).isPresent()) {
      return "An ordinary role needs a password for dblink: connect %s with one, or let the DBA of %s make a foreign server and user mapping."
          .formatted(source, target);
    }
    if (said.sqlState().filter(SqlState.INSUFFICIENT_PRIVILEGE::equals).isPresent()) {
      return "On %s, as a superuser: GRANT the rights on dblink's schema and functions to the role."
          .formatted(target);
    }
    if (text.contains("SSL")) {
      return "The two servers do not agree on TLS: set sslmode in the source's connection, such as sslmode=prefer.";
    }
    return "Host and port are looked up from the target's machine. Say how it reaches the source: connect %s … reached by \"host=… port=…\""
        .formatted(source);
  }
}
