package io.linkspan.lesson;

import java.util.List;

/**
 * Something to learn, step by step.
 *
 * @param name by which it is called
 * @param about one sentence
 * @param ground what it runs on
 * @param fresh whether it begins with fresh sample data
 * @param link whether the link between the servers is open when it begins
 */
public record Lesson(
    String name,
    String title,
    String about,
    Ground ground,
    boolean fresh,
    boolean link,
    List<Setup> setups,
    List<LessonStep> steps) {

  /** What a lesson runs on. */
  public enum Ground {
    /** The sandbox, which is started for it. */
    SANDBOX,
    /** The route that is set. */
    ROUTE
  }

  public Lesson {
    setups = List.copyOf(setups);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("lesson without steps: " + name);
    }
  }
}
