package io.linkspan.command;

import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code \e} on SQL: what is typed and not sent, the last statement, or a file, in an editor. */
final class EditedBuffer {
  private final Workspace workspace;

  EditedBuffer(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Whether SQL or a file is to be edited, and not the plan's statement. */
  boolean isMeant(Invocation typed) {
    if (!typed.word().startsWith("\\")) {
      return false;
    }
    boolean plan = workspace.plan().current().isPresent();
    return !typed.rest().isBlank()
        || !workspace.buffer().pending().isBlank()
        || (!plan && !workspace.buffer().last().isBlank());
  }

  /** Carries out what comes back of the editor, as if it had been typed. */
  Outcome edited(Invocation typed) {
    List<String> file = PsqlWords.arguments(typed, workspace, 1);
    return file.isEmpty()
        ? ofBuffer(typed)
        : ofFile(FilePath.of(workspace.environment(), file.get(0)), typed);
  }

  private Outcome ofBuffer(Invocation typed) {
    Query pending = workspace.buffer().pending();
    String shown =
        pending.isBlank()
            ? PsqlWords.harmless(workspace.buffer().last()).strip() + ";\n"
            : PsqlWords.harmless(pending).strip() + "\n";
    String edited = editor(shown, typed);
    if (edited.strip().equals(shown.strip())) {
      return Outcome.line("Nothing was changed, and nothing was sent.");
    }
    workspace.buffer().clear();
    return workspace.typing().type(edited.strip(), typed);
  }

  private Outcome ofFile(Path file, Invocation typed) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : "";
      String edited = editor(before, typed);
      if (edited.equals(before)) {
        return Outcome.line("Nothing was changed, and nothing was sent.");
      }
      Files.writeString(file, edited);
      workspace.buffer().clear();
      return workspace.typing().type(edited.strip(), typed);
    } catch (IOException e) {
      ErrorFields fields =
          ErrorFields.of("could not edit file \"%s\": %s".formatted(file, e.getMessage()));
      throw new UserException(UserException.Kind.USAGE, fields, e);
    }
  }

  private static String editor(String text, Invocation typed) {
    return typed
        .questions()
        .edited(text)
        .orElseThrow(
            () -> UserException.usage("\\e needs a terminal", "Type the statement itself."));
  }
}
