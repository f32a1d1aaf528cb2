package io.linkspan.lesson;

import java.util.List;

/**
 * A step of a lesson.
 *
 * @param task what the learner is to achieve; empty where there is something to read alone
 * @param then what is said when it was achieved
 * @param right inputs that achieve it
 * @param wrong inputs that do not; they leave all so that the right ones still do
 */
public record LessonStep(
    String title,
    List<TextBlock> text,
    List<TextBlock> task,
    List<Goal> goals,
    List<TextBlock> then,
    List<List<TextBlock>> hints,
    List<String> right,
    List<String> wrong) {
  public LessonStep {
    text = List.copyOf(text);
    task = List.copyOf(task);
    goals = List.copyOf(goals);
    then = List.copyOf(then);
    hints = List.copyOf(hints);
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
  }

  /** Whether there is something to read alone. */
  public boolean onlyText() {
    return task.isEmpty();
  }
}
