package io.linkspan.command;

import io.linkspan.completion.Completion;
import io.linkspan.completion.Mark;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.session.SessionLog;
import io.linkspan.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the shell needs of the commands: a line goes in, an outcome comes out. One thread calls all
 * of it, except {@link #interrupt()}.
 */
public interface Conversation extends AutoCloseable {
  /** What the shell shows before the next line, such as {@code archive -> main =>}. */
  Line prompt();

  /** The same, shortened so that it takes no more than so many columns where that is possible. */
  default Line prompt(int columns) {
    return prompt();
  }

  /** The words that an input may begin with, in lower case; empty where that is not known. */
  default Set<String> firstWords() {
    return Set.of();
  }

  /** What is set now; commands change it, the shell asks for what concerns the terminal. */
  Settings settings();

  /** What was typed so far and what came of it; whoever carries inputs out keeps it. */
  SessionLog session();

  /** What is carried out of a script, and what its errors mean. */
  ScriptFlow flow();

  /** What a script that goes on has to know; empty where none can go on. */
  default Optional<ReplayedRuns> replayed() {
    return Optional.empty();
  }

  /** The names of the route's ends, of which the history is kept apart; empty without one. */
  String route();

  /** What stands in the next line already, to be gone on with; mostly empty. */
  String begun();

  /** What the typed text names that is not there; asks no server. */
  List<Mark> marks(String typed);

  /** What may follow what is typed, to be shown dim behind the cursor; mostly empty. */
  String hint(String typed);

  /** What to ask before the shell is left; empty where nothing would be lost. */
  Optional<String> beforeLeaving();

  /** Whether the typed text is complete, or waits for a quote, a bracket or a semicolon. */
  Completeness completeness(String typed);

  /**
   * Carries out one complete command or statement.
   *
   * @throws io.linkspan.pg.UserException for whatever the user can mend
   */
  Outcome execute(String typed, Page page, Questions questions);

  /** What is to be shown after an input whose outcome was shown, well or not; mostly nothing. */
  default Optional<Outcome> afterwards(Page page) {
    return Optional.empty();
  }

  /** Words for the place at the cursor, likeliest first; asks no server. */
  List<Completion> complete(String typed, int cursor);

  /** Whether something is under way that an interrupt stops; not where a pause is over sooner. */
  boolean working();

  /** Ctrl-C while a command runs: stops it, on every server. Called from another thread. */
  void interrupt();

  /** The text as the history may keep it: without secrets; empty when nothing of it may be kept. */
  String forHistory(String typed);

  /** Closes every connection and stops what runs on the servers. */
  @Override
  void close();

  /** An input begins; what is to be told while it goes on goes to the remarks, from any thread. */
  default Watched watched(Page page, Consumer<Line> remarks) {
    return Watched.NOT;
  }

  /** An input that is watched while it is carried out. */
  interface Watched extends AutoCloseable {
    /** One that is not. */
    Watched NOT = () -> {};

    /** The input is over. */
    @Override
    void close();
  }

  /** Whether a typed text is complete, and what it waits for. */
  record Completeness(boolean complete, String waitsFor) {}
}
