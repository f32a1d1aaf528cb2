package io.linkspan.command;

import io.linkspan.command.Usage.Group;

/** Writes the command reference, docs/commands.md. */
final class CommandReference {
  private CommandReference() {}

  static String of(Registry registry) {
    StringBuilder text = new StringBuilder();
    text.append("# Commands\n\n");
    text.append(
        "Made from the commands themselves: `scripts/docs` writes it, a test compares it.\n");
    for (Group group : Group.values()) {
      text.append("\n## ").append(group.title()).append('\n');
      registry.commands().stream()
          .map(Command::usage)
          .filter(usage -> usage.group() == group)
          .forEach(usage -> entry(text, usage));
    }
    return text.toString();
  }

  private static void entry(StringBuilder text, Usage usage) {
    text.append("\n### ").append(usage.name()).append("\n\n");
    text.append("```\n").append(String.join("\n", usage.forms())).append("\n```\n\n");
    String summary = usage.summary();
    text.append(Character.toUpperCase(summary.charAt(0))).append(summary.substring(1)).append(".");
    if (!usage.details().isEmpty()) {
      text.append(' ').append(usage.details());
    }
    text.append('\n');
    if (usage.words().size() > 1) {
      text.append("\nAlso: `")
          .append(String.join("`, `", usage.words().subList(1, usage.words().size())))
          .append("`\n");
    }
    if (!usage.examples().isEmpty()) {
      text.append("\nExamples:\n\n```\n")
          .append(String.join("\n", usage.examples()))
          .append("\n```\n");
    }
  }
}
