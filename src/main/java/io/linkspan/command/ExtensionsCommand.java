package io.linkspan.command;

import io.linkspan.catalog.ExtensionReader;
import io.linkspan.command.Usage.Group;
import io.linkspan.report.ExtensionsScreen;
import java.util.List;

/** {@code extensions}. */
final class ExtensionsCommand implements Command {
  private final Workspace workspace;

  ExtensionsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("extensions", "\\dx"),
        List.of("extensions [PATTERN]", "extensions CONNECTION:[PATTERN]"),
        "the installed extensions of both sides, or of one",
        "",
        List.of("extensions"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Sides sides = Sides.parse(invocation.rest(), workspace.connections());
    return new Outcome.Shown(
        ExtensionsScreen.render(
            sides.read(
                session ->
                    ExtensionReader.read(session).stream()
                        .filter(extension -> sides.fits("", extension.name().name()))
                        .toList()),
            invocation.page()));
  }
}
