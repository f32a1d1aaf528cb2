package io.linkspan.command;

import io.linkspan.completion.Completion;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Files and folders of this machine as words. */
final class LocalFiles {
  /** More of one folder are not looked at. */
  private static final int MOST = 2_000;

  private final Surroundings around;

  LocalFiles(Surroundings around) {
    this.around = around;
  }

  /**
   * What is in the folder that is typed; hidden files only where a dot is typed.
   *
   * @param typed the path as far as it stands there, perhaps in an opened quote
   */
  List<Completion> of(String typed, boolean foldersOnly) {
    boolean quoted = typed.startsWith("'");
    String path = quoted ? typed.substring(1) : typed;
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    boolean hidden = path.startsWith(".", folder.length());
    List<Completion> words = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(around.path(folder.isEmpty() ? "." : folder))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean isFolder = Files.isDirectory(entry);
        if (words.size() < MOST && name.startsWith(".") == hidden && (isFolder || !foldersOnly)) {
          words.add(word(folder + name, isFolder, quoted));
        }
      }
    } catch (IOException | UserException e) {
      // A folder that cannot be read has nothing to offer; the command tells what is wrong.
      return List.of();
    }
    words.sort(Comparator.comparing(Completion::complete).thenComparing(Completion::text));
    return words;
  }

  private static Completion word(String path, boolean folder, boolean quoted) {
    boolean inQuotes = quoted || path.indexOf(' ') >= 0 || path.indexOf('\'') >= 0;
    String text = inQuotes ? "'" + path.replace("'", "''") : path;
    return folder
        ? new Completion(text + "/", "", "Folders", false)
        : new Completion(inQuotes ? text + "'" : text, "", "Files", true);
  }
}
