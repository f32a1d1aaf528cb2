package io.linkspan.trouble;

import io.linkspan.pg.SqlState;
import io.linkspan.trouble.Scene.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a trouble shows.
 *
 * @param seen the texts of its error; empty where it is silent
 * @param alone the SQLSTATEs that tell it even where the text does not, as on a server that speaks
 *     another language
 * @param place the only place where it comes up, if there is but one
 * @param typed what the text of the statement holds where the error alone does not tell it
 * @param anywhere whether it is dblink's own, in whatever statement it comes up
 * @param silent what is there instead of an error; empty where there is one
 */
public record Signs(
    List<Seen> seen,
    List<SqlState> alone,
    Side side,
    Optional<Place> place,
    Optional<Pattern> typed,
    boolean anywhere,
    String silent) {
  public Signs {
    seen = List.copyOf(seen);
    alone = List.copyOf(alone);
  }

  /** Every SQLSTATE that it comes with. */
  public Set<String> states() {
    Set<String> states = new LinkedHashSet<>();
    seen.forEach(each -> states.add(each.state().code()));
    alone.forEach(state -> states.add(state.code()));
    return states;
  }
}
