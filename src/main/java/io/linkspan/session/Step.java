package io.linkspan.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One input and what came of it.
 *
 * @param text as typed, without secrets; empty where nothing of it may be kept
 * @param script the file that it stands in; empty where somebody typed it
 * @param begun by the shell's clock
 * @param took how long it took, with all that it called
 * @param wentWell whether no error ended it
 * @param called whether it carried out a script, whose inputs are steps of their own before it
 */
public record Step(
    String text,
    Optional<Path> script,
    Instant begun,
    Duration took,
    boolean wentWell,
    boolean called,
    List<Fact> facts) {
  public Step {
    facts = List.copyOf(facts);
  }
}
