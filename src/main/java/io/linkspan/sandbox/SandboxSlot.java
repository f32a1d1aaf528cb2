package io.linkspan.sandbox;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One of the numbered directories of a sandbox, held by one process at a time. */
record SandboxSlot(Path directory, FileLock lock) implements AutoCloseable {
  private static final int SLOTS = 99;

  /**
   * The slots of this process, which must not even open their lock files again: closing any channel
   * to a file frees the process's locks on it (FileLock, "Platform dependencies").
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Takes the first free slot; the system frees it when this process ends. */
  static SandboxSlot claim(Path sandbox) throws IOException {
    for (int number = 1; number <= SLOTS; number++) {
      Path directory = sandbox.resolve(Integer.toString(number));
      Tree.makePassable(directory);
      Optional<FileLock> lock = tryLock(directory);
      if (lock.isPresent()) {
        return new SandboxSlot(directory, lock.get());
      }
    }
    throw new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("too many sandboxes are open in \"" + sandbox + "\"")
            .withHint("Close another shell that uses a sandbox."));
  }

  private static Optional<FileLock> tryLock(Path directory) throws IOException {
    if (!HELD_HERE.add(directory)) {
      return Optional.empty();
    }
    Path file = directory.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      HELD_HERE.remove(directory);
    }
    return Optional.ofNullable(lock);
  }

  /** Where one of the servers lives. */
  Path home(String server) {
    return directory.resolve(server);
  }

  /** Whether the databases were filled to the end. */
  boolean isFilled() {
    return Files.exists(filledMark()) && Files.exists(passwordFile());
  }

  void markFilled() throws IOException {
    Files.writeString(filledMark(), "");
  }

  /** Forgets that the databases were filled, and their password. */
  void clear() throws IOException {
    Files.deleteIfExists(filledMark());
    Files.deleteIfExists(passwordFile());
  }

  /** The login kept from the last start, or a new one. */
  Login login(String user) throws IOException {
    if (Files.exists(passwordFile())) {
      return new Login(user, Files.readString(passwordFile()).strip());
    }
    Login login = Login.random(user);
    Files.writeString(passwordFile(), "");
    Tree.permit(passwordFile(), "rw-------");
    Files.writeString(passwordFile(), login.password() + "\n");
    return login;
  }

  private Path filledMark() {
    return directory.resolve("filled");
  }

  private Path passwordFile() {
    return directory.resolve("password");
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
    HELD_HERE.remove(directory);
  }
}
