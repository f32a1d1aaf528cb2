package io.linkspan.command;

import io.linkspan.configfile.ConfigurationFile;
import io.linkspan.configfile.SettingSections;
import io.linkspan.configfile.TomlText;
import io.linkspan.connection.Environment;
import io.linkspan.connection.SavedConnections;
import io.linkspan.pg.UserException;
import io.linkspan.settings.StartSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The user's configuration at the start. The library's first use takes as long as opening a
 * terminal, so the file is read beside that; where there is none, no thread is started.
 */
public final class UserConfiguration {
  private final Environment environment;
  private final CompletableFuture<StartSettings> reading;

  private UserConfiguration(Environment environment, CompletableFuture<StartSettings> reading) {
    this.environment = environment;
    this.reading = reading;
  }

  /**
   * Begins to read the file.
   *
   * @param skipped whether it is left alone, as by {@code -X}
   */
  public static UserConfiguration begin(Environment environment, boolean skipped) {
    ConfigurationFile file = environment.configuration();
    if (skipped || !file.exists()) {
      return new UserConfiguration(
          environment, CompletableFuture.completedFuture(StartSettings.NONE));
    }
    CompletableFuture<StartSettings> reading = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(file, reading), "configuration");
    reader.setDaemon(true);
    reader.start();
    return new UserConfiguration(environment, reading);
  }

  private static void read(ConfigurationFile file, CompletableFuture<StartSettings> reading) {
    try {
      TomlText text = file.read();
      SavedConnections.in(text);
      reading.complete(SettingSections.read(text));
    } catch (RuntimeException | Error e) {
      reading.completeExceptionally(e);
    }
  }

  /**
   * What it says.
   *
   * @throws UserException where it cannot be read
   */
  public StartSettings said() {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UserException wrong) {
        String hint = wrong.fields().hint().map(text -> text + " ").orElse("");
        throw new UserException(
            wrong.kind(),
            wrong.fields().withHint(hint + "To start without the file: linkspan -X"),
            wrong);
      }
      throw e;
    }
  }

  /**
   * The script to carry out before the prompt: the one that the file names, from its folder, else
   * {@code startup.lks} beside it where that is there.
   */
  public Optional<Path> script(StartSettings said) {
    Path standard = environment.configuration().beside("startup.lks");
    return said.script()
        .map(name -> named(standard, name))
        .or(() -> Optional.of(standard).filter(Files::exists));
  }

  private Path named(Path standard, String name) {
    Path path = FilePath.of(environment, name);
    return name.startsWith("~/") ? path : standard.resolveSibling(name);
  }
}
