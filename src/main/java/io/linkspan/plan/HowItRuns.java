package io.linkspan.plan;

import io.linkspan.pg.ErrorFields;
import java.util.Optional;

/**
 * How a copy is carried out.
 *
 * @param reason why so, as the end of a sentence
 * @param refused why what the user asked for would be wrong, and what to type instead
 */
public record HowItRuns(Division division, String reason, Optional<ErrorFields> refused) {
  static HowItRuns because(Division division, String reason) {
    return new HowItRuns(division, reason, Optional.empty());
  }
}
