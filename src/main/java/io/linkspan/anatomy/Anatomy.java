package io.linkspan.anatomy;

import io.linkspan.sql.DblinkInsert;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement taken apart.
 *
 * @param steps the messages of the three actors, in order, numbered from 1
 * @param parts in the order in which they come to pass
 */
public record Anatomy(Actors actors, List<Step> steps, List<Part> parts) {
  public Anatomy {
    steps = List.copyOf(steps);
    parts = List.copyOf(parts);
  }

  /** Who takes part: the shell, and the servers behind two connections. */
  public record Actors(String source, String target) {
    /** The name on that lane. */
    public String name(Lane lane) {
      return switch (lane) {
        case SHELL -> "shell";
        case TARGET -> target;
        case SOURCE -> source;
      };
    }
  }

  /** One of the three actors. */
  public enum Lane {
    SHELL,
    TARGET,
    SOURCE
  }

  /** What a step belongs to; a part tells which steps are its own by it. */
  public enum Stage {
    CONNECT,
    BEGIN,
    BEFORE,
    SEND,
    READ,
    TRAVEL,
    COMPUTE,
    COUNT,
    AFTER,
    END
  }

  /**
   * One message, or where both lanes are one, something that happens there.
   *
   * @param text one line
   */
  public record Step(int number, Stage stage, Lane from, Lane to, String text) {}

  /**
   * One part of the statement, or of what stands around it.
   *
   * @param word what names it after {@code explain}
   * @param sql its text; empty for what no text says
   * @param where on whose server it is carried out
   * @param does sentences: what it does
   * @param without sentences: what would be without it
   * @param more sentences for whoever asks for this part alone
   */
  public record Part(
      PartWord word,
      String sql,
      Lane where,
      Stage stage,
      List<String> does,
      List<String> without,
      List<String> more) {
    public Part {
      does = List.copyOf(does);
      without = List.copyOf(without);
      more = List.copyOf(more);
    }
  }

  /** The numbers of the steps in which a part comes to pass. */
  public List<Integer> numbers(Part part) {
    return of(part).stream().map(Step::number).toList();
  }

  /** The steps in which a part comes to pass. */
  public List<Step> of(Part part) {
    boolean ends = part.word() == PartWord.TRANSACTION;
    return steps.stream()
        .filter(s -> s.stage() == part.stage() || (ends && s.stage() == Stage.END))
        .toList();
  }

  /** Takes it apart. */
  public static Anatomy of(Subject subject) {
    List<Part> parts = new ArrayList<>(SourceParts.of(subject));
    parts.addAll(TargetParts.of(subject));
    OuterParts.returning(subject).ifPresent(parts::add);
    parts.addAll(RunParts.of(subject));
    parts.sort(java.util.Comparator.comparing(Part::stage));
    return new Anatomy(subject.actors(), Messages.of(subject), parts);
  }

  /** Some text as one line. */
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Whether a column of the insert takes the value of the same name as it comes. */
  static boolean isPlain(DblinkInsert insert, String expression) {
    String bare = bare(insert, expression);
    return insert.call().columns().stream().anyMatch(c -> c.name().quoted().equals(bare));
  }

  /** The expression without the alias of the call before it. */
  static String bare(DblinkInsert insert, String expression) {
    String text = line(expression);
    return insert
        .call()
        .alias()
        .map(alias -> alias.quoted() + ".")
        .filter(text::startsWith)
        .map(alias -> text.substring(alias.length()))
        .orElse(text);
  }
}
