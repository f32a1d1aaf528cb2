package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.ScriptFlow;
import io.linkspan.pg.UserException;
import io.linkspan.sql.BackslashText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether each {@code if} of a script is closed, told before anything of it is carried out. What
 * depends on what came of inputs before is left to carrying it out.
 */
final class Closing {
  private static final Pattern MENTIONED = Pattern.compile("(?i)\\b(if|elif|else|end|endif)\\b");

  /** What goes on in the next line, or not, as the plan in hand has it. */
  private static final Pattern DEPENDS = Pattern.compile("\\s*(?i:explain)\\b");

  private static final Pattern LEAVES = Pattern.compile("\\s*((?i:quit|exit)|\\\\q)\\b.*");

  private final ScriptFlow flow;
  private final Gathering gathering;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int first;

  /**
   * What is wrong.
   *
   * @param line where, from 1
   */
  record Wrong(int line, UserException error) {}

  private Closing(Conversation conversation) {
    this.flow = conversation.flow();
    this.gathering = new Gathering(conversation);
  }

  /** What is wrong with the conditions of a script; empty where nothing is. */
  static Optional<Wrong> wrong(Conversation conversation, String script) {
    if (!MENTIONED.matcher(script).find() || !conversation.completeness("").complete()) {
      return Optional.empty();
    }
    ScriptFlow flow = conversation.flow();
    flow.enter();
    try {
      return new Closing(conversation).read(script);
    } finally {
      flow.leave();
    }
  }

  private Optional<Wrong> read(String script) {
    List<String> lines = script.replaceFirst("^\ufeff", "").lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      first = gathering.waiting() ? first : number;
      Optional<String> input = gathering.add(lines.get(number - 1));
      if (input.isEmpty()) {
        if (DEPENDS.matcher(gathering.text()).lookingAt()) {
          return Optional.empty();
        }
        continue;
      }
      String text = input.orElseThrow();
      if ((open.isEmpty() && LEAVES.matcher(text).matches()) || keepsSql(text)) {
        return Optional.empty();
      }
      Optional<Wrong> wrong = wrong(text);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return atEnd();
  }

  private Optional<Wrong> wrong(String text) {
    try {
      flow.readAlone(flow.closesNothing(text) ? "\\endif" : text);
    } catch (UserException e) {
      return Optional.of(new Wrong(first, e));
    }
    while (open.size() > flow.open()) {
      open.pop();
    }
    while (open.size() < flow.open()) {
      open.push(first);
    }
    return Optional.empty();
  }

  /** Whether SQL without an end is kept, for lines that may be read otherwise then. */
  private static boolean keepsSql(String text) {
    return text.indexOf('\\') >= 0
        && BackslashText.parts(text).stream()
            .filter(part -> part.command().filter(Closing::keeps).isPresent())
            .anyMatch(part -> !part.sql().isBlank() && !part.sql().strip().endsWith(";"));
  }

  private static boolean keeps(BackslashText.Called command) {
    return !command.word().startsWith("\\g");
  }

  private Optional<Wrong> atEnd() {
    if (gathering.waiting() && flow.closesNothing(gathering.text())) {
      return wrong(gathering.text());
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        gathering.waiting()
            ? new Wrong(first, unfinished(gathering.waitsFor(), first))
            : new Wrong(open.element(), unclosed()));
  }

  static UserException unclosed() {
    return UserException.usage(
        "unexpected end of input: the \"if\" is not closed", "Close it: end");
  }

  static UserException unfinished(String waitsFor, int line) {
    return UserException.usage(
        "unexpected end of input: waiting for " + waitsFor,
        "Complete the last command; it begins in line " + line + ".");
  }
}
