package io.linkspan.trouble;

import io.linkspan.trouble.Lab.Raised;
import java.util.List;

/** Makes a trouble happen; a silent one shows the damage itself and raises nothing. */
@FunctionalInterface
interface Producer {
  List<Raised> produce(Lab lab);
}
