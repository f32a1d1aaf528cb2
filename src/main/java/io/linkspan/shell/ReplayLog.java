package io.linkspan.shell;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log of a replay that is under way: written on, never over, so that whatever stops the shell,
 * the log tells how far it came. Only the user may read it; no value of a variable is in it.
 */
final class ReplayLog implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private ReplayLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The file of a script's log. */
  static Path file(StateFolder state, Path script) {
    return state.path().resolve("replays").resolve(hash(script.toString()).substring(0, 32));
  }

  /** A line of fields, none of which can be taken for two. */
  static String line(String... fields) {
    return Stream.of(fields).map(ReplayLog::field).collect(Collectors.joining("\t"));
  }

  /** A text as it stands in a field; the name of a file may hold a tab or a line end. */
  static String field(String text) {
    return text.replaceAll("[\t\n\r]", " ");
  }

  /** The hash of a text, in hexadecimal digits. */
  static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether an earlier replay left a log. */
  static boolean isThere(Path file) {
    return Files.isRegularFile(file);
  }

  /**
   * Opens the log, which nobody else can have open.
   *
   * @throws UserException where another shell replays the script at this moment
   */
  static ReplayLog open(Path file, Path script) {
    try {
      while (true) {
        StateFolder.prepare(file);
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isOurs(channel)) {
          channel.close();
          throw new UserException(
              UserException.Kind.CHECK,
              ErrorFields.of("script \"%s\" is being replayed by another shell".formatted(script))
                  .withHint("Wait for its end."));
        }
        if (isThere(file)) {
          return new ReplayLog(file, channel);
        }
        // The shell that held it has just come to its end, and deleted it.
        channel.close();
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static UserException unwritable(Path file, IOException e) {
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of(
            "could not keep how far the script came, in \"%s\": %s"
                .formatted(file, e.getMessage())),
        e);
  }

  /** What stands in it. */
  ReplayState state() {
    try {
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes, bytes.position());
      }
      String text = new String(bytes.array(), StandardCharsets.UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      return ReplayState.read(whole.lines().toList());
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Begins it anew with these lines. What was there counts until all of them are: a full disk must
   * not lose how far the script came.
   */
  void begin(List<String> lines) {
    write("\n" + String.join("\n", lines) + "\n" + ReplayState.WHOLE + "\n");
  }

  /** Adds a line, which is on the disk when this returns. */
  void add(String... fields) {
    write(line(fields) + "\n");
  }

  /** Adds a line of {@link #line}. */
  void addLine(String line) {
    write(line + "\n");
  }

  private void write(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** The replay is over, and nothing of it need be known any more. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
