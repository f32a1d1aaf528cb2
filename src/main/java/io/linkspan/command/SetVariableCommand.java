package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.util.List;
import java.util.Map;

/** psql's words to set a variable and to take it away; {@code let} sets the same ones. */
final class SetVariableCommand implements AsPsql {
  private final Workspace workspace;

  SetVariableCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\set", "\\unset"),
        List.of("\\set", "\\set NAME VALUE …", "\\unset NAME"),
        "sets a variable to its values joined together, or takes it away; alone shows all",
        "The variables are those of let; their names keep capital letters. Variables that steer"
            + " psql are taken where linkspan does what they say, and refused where it does not.",
        List.of("\\set greeting 'hello ' world", "\\unset greeting"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    boolean unset = typed.word().equals("\\unset");
    List<String> words = PsqlWords.arguments(typed, workspace, unset ? 1 : Integer.MAX_VALUE);
    if (words.isEmpty()) {
      if (unset) {
        throw UserException.usage("\\unset: missing required argument", "Type: \\unset NAME");
      }
      return new Outcome.Shown(
          workspace.variables().entrySet().stream().map(SetVariableCommand::line).toList());
    }
    String name = words.get(0);
    SpecialVariables.requireName(name);
    if (unset) {
      workspace.variables().remove(name);
      return Outcome.nothing();
    }
    String value = String.join("", words.subList(1, words.size()));
    SpecialVariables.requireValue(name, value);
    workspace.variables().put(name, value);
    if (Blocks.steers(name)) {
      workspace.blocks().onError(Blocks.goesOn(value));
    }
    return Outcome.nothing();
  }

  /** A variable with its value, unless its name says that the value is a secret. */
  static Line line(Map.Entry<String, String> variable) {
    boolean secret = SecretMask.isSecretName(variable.getKey());
    String value = secret ? SecretMask.MASK : variable.getValue();
    return Line.of(Style.NAME, variable.getKey()).plus(" = '" + value + "'");
  }
}
