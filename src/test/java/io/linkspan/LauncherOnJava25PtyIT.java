package io.linkspan;

import io.linkspan.testing.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The same on Java 25 or newer, where the system has one. */
final class LauncherOnJava25PtyIT extends LauncherPtyIT {

  @Override
  Path java() throws IOException {
    Optional<Path> newer = Installation.java(25);
    Assumptions.assumeTrue(newer.isPresent(), "no Java 25 in /usr/lib/jvm");
    return newer.orElseThrow();
  }
}
