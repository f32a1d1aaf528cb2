package io.linkspan.command;

import io.linkspan.report.Line;
import java.util.List;

/** Is told of plans with errors that a script which is looked at makes and never runs. */
public interface PlansLeft {
  /** Where the input stands that is being looked at. */
  String place();

  /** The plan that the input of that place made or refined last has errors. */
  void left(String place, List<Line> remarks);
}
