package io.linkspan.configfile;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's configuration file, {@code $XDG_CONFIG_HOME/linkspan/config.toml} (XDG Base Directory
 * Specification). It need not be there. What is written is there in full or not at all.
 */
public record ConfigurationFile(Path path) {
  /** That of a user with this home, in this environment. */
  public static ConfigurationFile of(Map<String, String> environment, Path home) {
    Path directory =
        Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(home.resolve(".config"));
    return new ConfigurationFile(directory.resolve("linkspan").resolve("config.toml"));
  }

  /** Another file of the same folder. */
  public Path beside(String name) {
    return path.resolveSibling(name);
  }

  /** Whether there is anything of that name. */
  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * What it says; nothing where it is not there.
   *
   * @throws UserException where it cannot be read, with the line and the column of a mistake
   */
  public TomlText read() {
    return TomlText.parse(path, text());
  }

  private String text() {
    if (Files.isDirectory(path)) {
      throw UserException.usage(
          "configuration file \"" + path + "\" is a directory", "Move it away.");
    }
    try {
      return exists() ? decoded(Files.readAllBytes(path)) : "";
    } catch (IOException e) {
      throw UserException.usage(
          "could not read configuration file \"" + path + "\"", "Make it readable for you.");
    }
  }

  private String decoded(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String read = text.flip().toString();
    if (result.isError()) {
      int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
      int column = read.length() - read.lastIndexOf('\n');
      throw UserException.usage(
          "configuration file \"%s\" is not text in UTF-8: line %d, column %d"
              .formatted(path, line, column),
          "Save it in UTF-8.");
    }
    return read;
  }

  /** Puts the text in the place of the file's, for the user alone to read. */
  public void write(String text) {
    try {
      PrivateFile.replace(path, text);
    } catch (IOException e) {
      throw UserException.usage(
          "could not write configuration file \"" + path + "\"",
          "Make its directory writable for you.");
    }
  }
}
