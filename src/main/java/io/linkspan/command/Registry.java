package io.linkspan.command;

import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every command by the words that call it. */
final class Registry {
  /** What learners type without the word before it. */
  private static final Set<String> OF_LESSONS = Set.of("hint", "next", "skip", "again");

  private final List<Command> commands;
  private final Map<String, Command> byWord = new LinkedHashMap<>();
  private final Set<String> firstWords;

  private Registry(List<Command> commands) {
    this.commands = List.copyOf(commands);
    for (Command command : commands) {
      for (String word : command.usage().words()) {
        if (byWord.put(word, command) != null) {
          throw new IllegalStateException("two commands are called by " + word);
        }
      }
    }
    Set<String> words = new HashSet<>(byWord.keySet());
    words.addAll(Input.VERBS);
    this.firstWords = Set.copyOf(words);
  }

  /** All commands, in the order in which help lists them. */
  static Registry of(Workspace workspace) {
    Planning planning = new Planning(workspace.connections());
    List<Registry> self = new ArrayList<>();
    List<Command> all = new ArrayList<>();
    all.add(new ConnectCommand(workspace));
    all.add(new ConnectionsCommand(workspace));
    all.add(new UseCommand(workspace));
    all.add(new PingCommand(workspace));
    all.add(new InstallCommand(workspace));
    all.add(new ForgetCommand(workspace));
    all.add(new DisconnectCommand(workspace));
    all.add(new TablesCommand(workspace));
    all.add(new SchemasCommand(workspace));
    all.add(new ExtensionsCommand(workspace));
    all.add(new DescribeCommand(workspace));
    all.addAll(ListCommands.all(workspace));
    all.add(new DefinitionCommand(workspace));
    all.add(new CompareCommand(workspace));
    all.add(new RefreshCommand(workspace));
    all.add(new PlanCommand(workspace, planning));
    all.add(new PlansCommand(workspace));
    all.addAll(OnCommand.among(ClauseCommand.all(workspace, planning), workspace));
    all.add(new CheckCommand(workspace, planning));
    all.add(new ExplainCommand(workspace));
    all.add(new EditCommand(workspace, planning));
    all.add(new PreviewCommand(workspace, planning));
    all.add(new ConflictsCommand(workspace, planning));
    all.add(new RunCommand(workspace, planning));
    all.add(new ResumeCommand(workspace, planning));
    all.add(new VerifyCommand(workspace, planning));
    all.add(new RunsCommand(workspace));
    all.add(new UndoCommand(workspace));
    all.add(new ReportCommand(workspace, planning));
    all.add(new TraceCommand(workspace));
    all.add(new ReplayCommand(workspace));
    all.add(new SaveCommand(workspace));
    all.add(new RecordCommand(workspace));
    all.add(new LetCommand(workspace));
    all.add(new UnsetCommand(workspace));
    all.add(new SayCommand());
    all.add(new ExpectCommand(workspace));
    all.add(new IfCommand(workspace));
    all.add(new SetCommand(workspace));
    all.add(new SandboxCommand(workspace));
    all.add(new LearnCommand(workspace));
    all.add(new HelpCommand(workspace, () -> self.get(0)));
    all.add(new QuitCommand(workspace));
    all.addAll(PsqlCommands.all(workspace));
    Registry registry = new Registry(all);
    self.add(registry);
    return registry;
  }

  /** The words that an input may begin with: those of the commands and SQL's. */
  Set<String> firstWords() {
    return firstWords;
  }

  List<Command> commands() {
    return commands;
  }

  /** The command that the word calls. */
  Optional<Command> find(String word) {
    return Optional.ofNullable(byWord.get(word))
        .or(() -> commands.stream().filter(command -> command.answersTo(word)).findFirst());
  }

  /**
   * The command that the word calls.
   *
   * @throws UserException where there is none, with the nearest word
   */
  Command require(String word) {
    return require(word, List.of());
  }

  /** The same, where those names would do as well. */
  Command require(String word, List<String> others) {
    return find(word)
        .orElseThrow(
            () -> LeftOutWords.have(word) ? LeftOutWords.refusal(word) : unknown(word, others));
  }

  private UserException unknown(String word, List<String> others) {
    Optional<UserException> leftOut = LeftOutLookups.error(word);
    if (leftOut.isPresent()) {
      return leftOut.orElseThrow();
    }
    List<String> words = new ArrayList<>(byWord.keySet());
    words.addAll(Input.VERBS);
    words.addAll(others);
    String hint =
        OF_LESSONS.contains(word)
            ? "In a lesson, type: learn " + word
            : NearestName.hint(word, words).orElse("See all commands: help");
    return UserException.usage("unknown command \"" + word + "\"", hint);
  }
}
