package io.linkspan.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found of the route.
 *
 * @param complete whether both ends of the route are connected
 */
public record Diagnosis(List<Part> parts, boolean complete) {
  /** Who reaches whom, and what was looked at there. */
  public record Part(String title, List<Observation> observations) {
    public Part {
      observations = List.copyOf(observations);
    }
  }

  public Diagnosis {
    parts = List.copyOf(parts);
  }

  /** How many observations have that mark. */
  public long count(Mark mark) {
    return observations().filter(observation -> observation.mark() == mark).count();
  }

  /** Whether one server is not reached. */
  public boolean unreached() {
    return observations()
        .anyMatch(o -> o.mark() == Mark.FAILED && o.what().equals(Observation.REACH));
  }

  private Stream<Observation> observations() {
    return parts.stream().flatMap(part -> part.observations().stream());
  }
}
