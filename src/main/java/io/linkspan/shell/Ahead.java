package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.ScriptFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a script expects of tables, looked at before the first of its inputs that changes something.
 * Not what stands in a condition, and not what stands after an input that may define tables anew.
 */
final class Ahead {
  private static final String SIGN = "expect tables";

  private final ScriptFlow flow;
  private final List<Expected> left;
  private final Set<Integer> done = new TreeSet<>();

  /**
   * An input that expects something of tables.
   *
   * @param line where it begins, from 1
   */
  record Expected(int line, String text) {}

  private Ahead(ScriptFlow flow, List<Expected> expected) {
    this.flow = flow;
    this.left = new ArrayList<>(expected);
  }

  /** What the file expects; nothing where it is no file. */
  static Ahead of(Conversation conversation, Optional<Path> file) {
    return new Ahead(
        conversation.flow(), file.map(path -> read(conversation, path)).orElse(List.of()));
  }

  private static List<Expected> read(Conversation conversation, Path file) {
    String text;
    try {
      text = Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      // Carrying it out will tell what is wrong.
      return List.of();
    }
    return text.contains(SIGN) ? read(conversation, text) : List.of();
  }

  private static List<Expected> read(Conversation conversation, String text) {
    ScriptFlow flow = conversation.flow();
    Gathering gathering = new Gathering(conversation);
    List<Expected> expected = new ArrayList<>();
    int depth = 0;
    int number = 0;
    int first = 0;
    for (String line : text.lines().toList()) {
      number++;
      first = gathering.waiting() ? first : number;
      OptionalInt block =
          gathering.waiting() ? OptionalInt.empty() : flow.block(line.replace("\ufeff", ""));
      if (block.isPresent()) {
        depth += block.getAsInt();
        continue;
      }
      Optional<String> input = gathering.add(line);
      if (input.filter(flow::defines).isPresent()) {
        return expected;
      }
      if (depth == 0 && input.filter(each -> !flow.expectedTables(each).isEmpty()).isPresent()) {
        expected.add(new Expected(first, input.orElseThrow()));
      }
    }
    return expected;
  }

  /**
   * What is to be looked at before that input, as far as its connections are open; before the first
   * plan already, which would tell of one change alone.
   */
  List<Expected> before(String input) {
    if (left.isEmpty() || !(flow.plans(input) || flow.changes(input))) {
      return List.of();
    }
    List<Expected> now = new ArrayList<>();
    for (Iterator<Expected> each = left.iterator(); each.hasNext(); ) {
      Expected expected = each.next();
      if (flow.expectedTables(expected.text()).stream().allMatch(flow::connected)) {
        now.add(expected);
        done.add(expected.line());
        each.remove();
      }
    }
    return now;
  }

  /** Whether the input of that line was looked at before its turn. */
  boolean isDone(int line) {
    left.removeIf(expected -> expected.line() == line);
    return done.contains(line);
  }
}
