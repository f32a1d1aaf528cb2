package io.linkspan.lesson;

import java.util.List;

/**
 * One thing that a step is achieved by.
 *
 * @param otherwise what to say where it is not so; empty where the check says enough by itself
 */
public record Goal(Check check, List<TextBlock> otherwise) {
  public Goal {
    otherwise = List.copyOf(otherwise);
  }
}
