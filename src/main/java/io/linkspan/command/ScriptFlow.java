package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.sql.BackslashText;
import io.linkspan.sql.LeadingBlanks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is carried out of a script, and whether it goes on after an error. */
public final class ScriptFlow {
  private static final Set<String> BLOCK =
      Set.of("if", "elif", "else", "end", "\\if", "\\elif", "\\else", "\\endif");
  private static final Set<String> ASKING = Set.of("elif", "\\elif");
  private static final Pattern CLOSING = Pattern.compile("(?i)end|end\\s+if\\s*;?");
  private static final Pattern OF_SQL = Pattern.compile("(?i);|(work|transaction|and)\\b");
  private static final Pattern END = Pattern.compile("(?i)end(\\s+if)?\\s*;?");

  private final Blocks blocks;
  private final Map<String, String> variables;
  private final Predicate<String> connected;

  /**
   * That of a conversation.
   *
   * @param connected whether a connection of that name is open
   */
  ScriptFlow(Blocks blocks, Map<String, String> variables, Predicate<String> connected) {
    this.blocks = blocks;
    this.variables = variables;
    this.connected = connected;
  }

  /** That of a conversation without variables or conditions. */
  public static ScriptFlow plain() {
    return new ScriptFlow(new Blocks(), Map.of(), name -> false);
  }

  /** What the text is; SQL's END is one of linkspan's where an {@code if} is open. */
  Input input(String typed) {
    if (blocks.open() > 0) {
      String text = LeadingBlanks.removed(typed).strip();
      if (END.matcher(text).matches()) {
        String rest = Input.withoutSemicolon(text.substring("end".length()).strip());
        return new Input.OfCommand("end", rest);
      }
    }
    return Input.of(typed);
  }

  /** A script begins; only its own {@code if} are closed in it. */
  public void enter() {
    blocks.enter();
  }

  /** The script is over. */
  public void leave() {
    blocks.leave();
  }

  /** How many {@code if} are open in the script. */
  public int open() {
    return blocks.open();
  }

  /** Whether nothing of the text is carried out: it stands in a branch that is left out. */
  public boolean skips(String typed) {
    if (!blocks.skipping()) {
      return false;
    }
    Input input = input(typed);
    if (input instanceof Input.OfCommand command && !command.word().startsWith("\\")) {
      return !BLOCK.contains(command.word());
    }
    return typed.indexOf('\\') < 0 || !callsBlock(typed);
  }

  private static boolean callsBlock(String typed) {
    return !backslashBlocks(typed).isEmpty();
  }

  private static List<String> backslashBlocks(String typed) {
    return BackslashText.parts(typed).stream()
        .flatMap(part -> part.command().stream())
        .map(BackslashText.Called::word)
        .filter(BLOCK::contains)
        .toList();
  }

  /**
   * Opens, goes on with and closes conditions as the input does, without looking at any: none of
   * their branches is carried out.
   *
   * @throws UserException where none is open that the input could close or go on with
   */
  public void readAlone(String typed) {
    Input input = input(typed);
    boolean word = input instanceof Input.OfCommand command && !command.word().startsWith("\\");
    List<String> words =
        word
            ? List.of(((Input.OfCommand) input).word())
            : typed.indexOf('\\') < 0 ? List.of() : backslashBlocks(typed);
    words.forEach(this::readBlock);
  }

  private void readBlock(String word) {
    switch (word) {
      case "if", "\\if" -> blocks.beginOver();
      case "elif", "\\elif" -> blocks.orElseIf(false);
      case "else", "\\else" -> blocks.orElse();
      case "end", "\\endif" -> blocks.end();
      default -> {}
    }
  }

  /**
   * Whether the input is an {@code end} that closes nothing: SQL's END has a semicolon.
   *
   * @param typed complete, or all that is left of the script
   */
  public boolean closesNothing(String typed) {
    String[] lines = LeadingBlanks.removed(typed).strip().split("\\R", 2);
    return blocks.open() == 0
        && CLOSING.matcher(lines[0].strip()).matches()
        && (lines.length == 1 || !OF_SQL.matcher(LeadingBlanks.removed(lines[1])).lookingAt());
  }

  /** Whether a command is not carried out where it stands. */
  boolean leavesOut(String word) {
    return blocks.skipping() && !BLOCK.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a condition is read and not looked at, so that no variable need be set. */
  boolean readsAlone(String word) {
    boolean asking = ASKING.contains(word);
    return asking ? blocks.open() > 0 && !blocks.asks() : blocks.skipping();
  }

  /**
   * Whether a line opens or closes a condition, told by its words alone: 1 where it opens one, -1
   * where it closes one, 0 where it goes on with one; empty for any other line.
   */
  public OptionalInt block(String line) {
    return blockOf(line);
  }

  /** The same. */
  static OptionalInt blockOf(String line) {
    String text = line.strip();
    String word = text.split("[\\s;]", 2)[0].toLowerCase(Locale.ROOT);
    if (!BLOCK.contains(word) || (word.equals("end") && !END.matcher(text).matches())) {
      return OptionalInt.empty();
    }
    return switch (word) {
      case "if", "\\if" -> OptionalInt.of(1);
      case "end", "\\endif" -> OptionalInt.of(-1);
      default -> OptionalInt.of(0);
    };
  }

  /**
   * What the input does, for a script that goes on: {@code scene} where it has to be carried out
   * again, {@code run}, {@code commit} and {@code statement} where it must not be done twice,
   * {@code begin} where it begins a transaction and does nothing else, {@code look} where it only
   * shows something.
   */
  public String kind(String typed) {
    return InputKind.of(input(typed));
  }

  /** From now on conditions hold or not as they did before, and that one is told of each. */
  public void decides(List<Boolean> known, Consumer<Boolean> told) {
    blocks.decides(known, told);
  }

  /** Whether the input makes a plan. */
  public boolean plans(String typed) {
    return input(typed) instanceof Input.OfCommand command && command.word().equals("plan");
  }

  /** Whether the input may change rows or tables. */
  public boolean changes(String typed) {
    return InputKind.changes(input(typed));
  }

  /** Whether the input may change how a table is defined. */
  public boolean defines(String typed) {
    return InputKind.defines(Input.of(typed));
  }

  /** The connections whose tables an {@code expect tables} compares; none for other inputs. */
  public List<String> expectedTables(String typed) {
    return InputKind.expectedTables(Input.of(typed));
  }

  /** Whether a connection of that name is open. */
  public boolean connected(String name) {
    return connected.test(name);
  }

  /** Whether a script goes on after an error. */
  public boolean goesOn() {
    return blocks.goesOn(Optional.ofNullable(variables.get("ON_ERROR_STOP")));
  }
}
