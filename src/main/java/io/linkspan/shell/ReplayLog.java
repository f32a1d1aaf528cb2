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
      return new ReplayLog(file, channel);
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

  /** Begins it anew with these lines. */
  void begin(List<String> lines) {
    try {
      channel.truncate(0);
      write(String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Adds a line, which is on the disk when this returns. */
  void add(String... fields) {
    write(String.join("\t", fields) + "\n");
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
