package io.linkspan.lesson;

import io.linkspan.lesson.LessonText.Entry;
import io.linkspan.lesson.LessonText.Part;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a lesson from its text. docs/writing-lessons.md says how it is written. */
public final class LessonParser {
  private static final Set<String> OF_LESSON = Set.of("about", "servers", "data", "link", "setup");
  private static final Pattern PLACE = Pattern.compile("\\{(archive|main)\\.(\\w+)}");

  private final LessonText text;
  private final CheckParser checks;

  private LessonParser(LessonText text) {
    this.text = text;
    this.checks = new CheckParser(text);
  }

  /**
   * The lesson.
   *
   * @param name by which it is called
   * @param file as messages name it
   * @throws UserException with file and line, why it is no lesson, and what to write
   */
  public static Lesson parse(String name, String file, String text) {
    requireKnownPlaces(file, text);
    return new LessonParser(LessonText.parse(file, text)).lesson(name);
  }

  private static void requireKnownPlaces(String file, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher place = PLACE.matcher(lines.get(i));
      while (place.find()) {
        if (!Places.FIELDS.contains(place.group(2))) {
          throw UserException.usage(
              "%s:%d: %s stands for nothing".formatted(file, i + 1, place.group()),
              LessonHints.oneOf(place.group(2), Places.FIELDS));
        }
      }
    }
  }

  private Lesson lesson(String name) {
    String about = "";
    Lesson.Ground ground = Lesson.Ground.SANDBOX;
    boolean fresh = false;
    boolean link = false;
    List<Setup> setups = new ArrayList<>();
    for (Entry entry : text.head().entries()) {
      switch (entry.word()) {
        case "about" -> about = entry.joined().replaceAll("\\s+", " ");
        case "servers" ->
            ground =
                one(entry, List.of("sandbox", "route")).equals("sandbox")
                    ? Lesson.Ground.SANDBOX
                    : Lesson.Ground.ROUTE;
        case "data" -> fresh = one(entry, List.of("as they are", "fresh")).equals("fresh");
        case "link" -> link = one(entry, List.of("closed", "open")).equals("open");
        case "setup" -> setups.add(setup(entry));
        default ->
            throw text.error(
                entry.line(),
                "\"" + entry.word() + "\" belongs to a step",
                "Begin a step before it with a line: ## STEP");
      }
    }
    requireWhole(about, ground, fresh || !setups.isEmpty());
    List<LessonStep> steps = text.steps().stream().map(this::step).toList();
    if (steps.stream().allMatch(step -> step.wrong().isEmpty())) {
      throw text.error(
          text.titleLine(),
          "no step has a wrong answer",
          "Add one, to see that it is not taken for right. Below a step's right answer: wrong:"
              + " select 1;");
    }
    return new Lesson(name, text.title(), about, ground, fresh, link, setups, steps);
  }

  private void requireWhole(String about, Lesson.Ground ground, boolean changes) {
    if (about.isEmpty()) {
      throw text.error(
          text.titleLine(),
          "the lesson does not say what it is about",
          "Add a line below the title: about: ONE SENTENCE");
    }
    if (text.steps().isEmpty()) {
      throw text.error(text.titleLine(), "the lesson has no step", "Begin one with: ## STEP");
    }
    if (ground == Lesson.Ground.ROUTE && changes) {
      Entry entry =
          text.head().entries().stream()
              .filter(each -> Set.of("setup", "data").contains(each.word()))
              .findFirst()
              .orElseThrow();
      throw text.error(
          entry.line(),
          "a lesson on a route of one's own may change nothing there by itself",
          "Leave the line out, or write: servers: sandbox");
    }
  }

  private String one(Entry entry, List<String> values) {
    String value = entry.joined();
    if (!values.contains(value)) {
      throw text.error(
          entry.line(),
          "\"%s\" is no value of %s".formatted(value, entry.word()),
          LessonHints.oneOf(value, values));
    }
    return value;
  }

  private Setup setup(Entry entry) {
    boolean superuser = entry.subject().endsWith(" superuser");
    String subject = entry.subject().replace(" superuser", "");
    End end =
        End.named(subject)
            .orElseThrow(
                () ->
                    text.error(
                        entry.line(),
                        "setup of \"" + subject + "\" is not known",
                        "Write: setup main: or: setup archive:"));
    if (entry.joined().isEmpty()) {
      throw text.error(
          entry.line(), "the setup says nothing", "Write SQL below it, indented by two blanks.");
    }
    return new Setup(end, superuser, entry.joined());
  }

  private LessonStep step(Part part) {
    List<TextBlock> task = new ArrayList<>();
    List<TextBlock> then = new ArrayList<>();
    List<Goal> found = new ArrayList<>();
    List<List<TextBlock>> hints = new ArrayList<>();
    List<String> right = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Entry entry : part.entries()) {
      switch (entry.word()) {
        case "try" -> task.addAll(TextBlock.of(entry.lines()));
        case "check" -> found.add(new Goal(checks.parse(entry), List.of()));
        case "otherwise" -> otherwise(entry, found);
        case "then" -> then.addAll(TextBlock.of(entry.lines()));
        case "hint" -> hints.add(TextBlock.of(entry.lines()));
        case "right" -> right.addAll(inputs(entry));
        case "wrong" -> wrong.addAll(inputs(entry));
        default ->
            throw text.error(
                entry.line(),
                "\"" + entry.word() + "\" belongs to the whole lesson",
                "Move it above the first step. "
                    + String.join(", ", OF_LESSON.stream().sorted().toList())
                    + " stand there.");
      }
    }
    requireWhole(part, task, found, right);
    return new LessonStep(
        part.title(), TextBlock.of(part.text()), task, found, then, hints, right, wrong);
  }

  /** What is said where the check above does not hold. */
  private void otherwise(Entry entry, List<Goal> found) {
    if (found.isEmpty()) {
      throw text.error(
          entry.line(), "\"otherwise\" follows no check", "Write it below the check it is about.");
    }
    Goal last = found.remove(found.size() - 1);
    found.add(new Goal(last.check(), TextBlock.of(entry.lines())));
  }

  private void requireWhole(Part part, List<TextBlock> task, List<Goal> found, List<String> right) {
    if (task.isEmpty() && !part.entries().isEmpty()) {
      throw text.error(
          part.line(),
          "step \"" + part.title() + "\" does not say what to do",
          "Add a line: try: WHAT IS TO BE ACHIEVED");
    }
    if (task.isEmpty()) {
      return;
    }
    if (found.isEmpty()) {
      throw text.error(
          part.line(),
          "step \"" + part.title() + "\" does not say how to see that it is achieved",
          "Add a query that gives true: check main: select count(*) > 0 from users");
    }
    if (right.isEmpty()) {
      throw text.error(
          part.line(),
          "step \"" + part.title() + "\" has no right answer",
          "Add what one may type: right: select 1;");
    }
  }

  /** The inputs of an answer: each begins a line, and indented lines go on with it. */
  private List<String> inputs(Entry entry) {
    List<String> inputs = new ArrayList<>();
    for (String line : entry.lines()) {
      if (line.startsWith("  ") && !inputs.isEmpty()) {
        inputs.add(inputs.remove(inputs.size() - 1) + "\n" + line);
      } else if (!line.isBlank()) {
        inputs.add(line.strip());
      }
    }
    if (inputs.isEmpty()) {
      throw text.error(
          entry.line(),
          "the answer says nothing",
          "Write what is typed below it, indented by two blanks.");
    }
    return inputs;
  }
}
