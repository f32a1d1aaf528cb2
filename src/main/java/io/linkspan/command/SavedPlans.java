package io.linkspan.command;

import io.linkspan.configfile.PrivateFile;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plans that a user keeps by name: a script for each, in a folder beside the settings. */
final class SavedPlans {
  /** No name leads out of the folder. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,99}");

  private static final String ENDING = ".lks";

  /**
   * A plan that is kept.
   *
   * @param copy what goes where, as typed after {@code plan copy}
   */
  record Kept(String name, String copy, Instant saved) {}

  private final Path folder;

  SavedPlans(Path folder) {
    this.folder = folder;
  }

  /**
   * The name as it is typed; capitals are the same as small letters.
   *
   * @throws UserException where it cannot be a name
   */
  static String name(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw UserException.usage(
          name.isEmpty() ? "a plan needs a name" : "\"" + name + "\" cannot be the name of a plan",
          "Letters, digits, _ and - do: plan save archived-users");
    }
    return name;
  }

  /** Where a plan of that name is, or would be. */
  Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  /** Keeps a plan, in the place of an earlier one of that name. */
  void keep(String name, String text) {
    try {
      PrivateFile.replace(file(name), text);
    } catch (IOException e) {
      throw unusable("could not write", file(name), e);
    }
  }

  /**
   * The text of a plan.
   *
   * @throws UserException where none is kept by that name, with the nearest one
   */
  String text(String name) {
    requireKept(name);
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw unusable("could not read", file(name), e);
    }
  }

  /**
   * Takes a plan away.
   *
   * @throws UserException where none is kept by that name
   */
  void forget(String name) {
    requireKept(name);
    try {
      Files.delete(file(name));
    } catch (IOException e) {
      throw unusable("could not delete", file(name), e);
    }
  }

  private void requireKept(String name) {
    if (!Files.isRegularFile(file(name))) {
      throw UserException.usage(
          "no plan is saved as \"" + name + "\"",
          NearestName.hint(name, names()).orElse("See what is saved: plans"));
    }
  }

  /** The names, in their order. */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unusable("could not read", folder, e);
    }
  }

  /** All of them, in the order of their names. */
  List<Kept> all() {
    List<Kept> kept = new ArrayList<>();
    for (String name : names()) {
      try {
        kept.add(
            new Kept(
                name,
                SavedPlan.copy(text(name)),
                Files.getLastModifiedTime(file(name)).toInstant()));
      } catch (IOException e) {
        throw unusable("could not read", file(name), e);
      }
    }
    return kept;
  }

  private static UserException unusable(String what, Path path, Exception cause) {
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("%s \"%s\": %s".formatted(what, path, cause.getMessage())),
        cause);
  }
}
