package io.linkspan.command;

import io.linkspan.catalog.Extension;
import io.linkspan.catalog.ExtensionReader;
import io.linkspan.catalog.NamePattern;
import io.linkspan.command.Usage.Group;
import io.linkspan.report.ExtensionsScreen;
import io.linkspan.report.Side;
import java.util.List;

/** {@code extensions}. */
final class ExtensionsCommand implements Command {
  private final Workspace workspace;
  private final ListCommand more;

  ExtensionsCommand(Workspace workspace) {
    this.workspace = workspace;
    this.more = ListCommands.extensions(workspace, usage());
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
  public boolean answersTo(String word) {
    return more.answersTo(word);
  }

  @Override
  public Outcome execute(Invocation invocation) {
    if (!usage().words().contains(invocation.word())) {
      return more.execute(invocation);
    }
    Sides sides = Sides.parse(invocation.rest(), workspace.connections());
    NamePattern pattern = sides.pattern(NamePattern.Level.NAME);
    List<Side<List<Extension>>> found =
        sides.read(
            session ->
                ExtensionReader.read(session).stream()
                    .filter(extension -> pattern.fits("", extension.name().name()))
                    .toList());
    return BothSides.of(
        workspace,
        () -> ExtensionsScreen.render(found, invocation.page()),
        listener -> ExtensionsScreen.hand(found, listener));
  }
}
