package io.linkspan.faults;

import java.util.Random;

/** Something that goes wrong during a copy; made anew for each round. */
interface Fault {
  /** Whether the fault can happen to a copy of this shape. */
  default boolean suits(Shape shape) {
    return true;
  }

  /** Whether it may also disturb the resuming of the run. */
  default boolean mayStrikeAgain() {
    return true;
  }

  /** Sets up, before the shell starts, what the fault needs. */
  default void prepare(Situation situation) throws Exception {}

  /** Strikes, at a random moment of the run. */
  void strike(Situation situation, ShellProcess shell) throws Exception;

  /** Removes the cause, after the shell has ended and before the run is resumed. */
  default void mend(Situation situation) throws Exception {}

  /** Makes the source again what it was, after the tables were compared. */
  default void restore(Situation situation) throws Exception {}

  /** What is wrong with the target's rows; empty where all is well. */
  default String wrong(Situation situation) {
    Scene scene = situation.scene();
    Shape shape = situation.shape();
    return Comparison.difference(scene.source(), shape.expected(), scene.target(), shape.arrived());
  }

  /**
   * A copy that is being disturbed.
   *
   * @param rows how many the source has at the start
   * @param random gives all that is left to chance
   */
  record Situation(Scene scene, Shape shape, int rows, Random random) {}
}
