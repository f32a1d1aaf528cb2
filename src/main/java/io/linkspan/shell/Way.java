package io.linkspan.shell;

import io.linkspan.command.Destination;
import io.linkspan.report.Display;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How the results of the command in progress are shown, and where. */
record Way(UnaryOperator<Display> display, Optional<Destination> destination) {
  static final Way USUAL = new Way(UnaryOperator.identity(), Optional.empty());
}
