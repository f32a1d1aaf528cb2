package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.util.List;

/** {@code \prompt}: asks for the value of a variable. */
final class PromptCommand implements AsPsql {
  private final Workspace workspace;

  PromptCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\prompt"),
        List.of("\\prompt [TEXT] NAME"),
        "asks for a line and keeps it in a variable",
        "A password is nothing for a variable: connect asks for it by itself.",
        List.of("\\prompt 'Since when? ' since"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    List<String> words = PsqlWords.arguments(typed, workspace, 2);
    if (words.isEmpty()) {
      throw UserException.usage("\\prompt: missing required argument", "Type: \\prompt NAME");
    }
    String name = words.get(words.size() - 1);
    SpecialVariables.requireName(name);
    String prompt = words.size() == 2 ? words.get(0) : "";
    Questions questions = typed.questions();
    String answer =
        (SecretMask.isSecretName(name) ? questions.secret(prompt) : questions.answer(prompt))
            .orElseThrow(
                () ->
                    UserException.usage(
                        "\\prompt needs somebody to ask", "Give it: linkspan -v NAME=VALUE"));
    SpecialVariables.requireValue(name, answer);
    workspace.variables().put(name, answer);
    return Outcome.nothing();
  }
}
