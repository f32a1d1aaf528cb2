package io.linkspan.command;

import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.pg.UserException;
import io.linkspan.sql.SlashArguments;
import java.util.List;

/** What the commands of psql have in common. */
final class PsqlWords {
  private PsqlWords() {}

  /**
   * The arguments, variables filled in.
   *
   * @throws UserException where there are more than that
   */
  static List<String> arguments(Invocation typed, Workspace workspace, int most) {
    List<String> all = SlashArguments.of(typed.rest(), workspace.variables());
    if (all.size() > most) {
      throw UserException.usage(
          "%s: extra argument \"%s\"".formatted(typed.word(), all.get(most)),
          "Type \\\\ before what comes after the command on the same line.");
    }
    return all;
  }

  /**
   * What is typed and not sent, else the statement that was sent last; nothing is left typed.
   *
   * @throws UserException where there is neither
   */
  static Query taken(Workspace workspace, String word) {
    Query query = workspace.buffer().current();
    if (query.isBlank()) {
      throw UserException.usage(
          word + " has no statement to act on", "Type one before it: select 1 " + word);
    }
    workspace.buffer().clear();
    return new Query(query.connection(), query.sql().stripTrailing());
  }

  /**
   * The statement as it may be shown or kept.
   *
   * @throws UserException where a password is in it
   */
  static String harmless(Query query) {
    if (!SecretMask.mask(query.sql()).equals(query.sql())) {
      throw UserException.usage(
          "a password is in the statement, so it is not shown", "Drop it: \\r");
    }
    return query.typed();
  }
}
