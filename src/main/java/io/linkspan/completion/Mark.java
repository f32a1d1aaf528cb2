package io.linkspan.completion;

/**
 * A piece of the typed text that names something unknown.
 *
 * @param start where it begins
 * @param end where it ends, not included
 * @param what what is unknown, such as {@code no table "userz" on main}
 */
public record Mark(int start, int end, String what) {
  public Mark {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a mark covers some text");
    }
  }
}
