package io.linkspan.pg;

/**
 * A server's version as {@code server_version_num} gives it, such as 150018 for 15.18.
 *
 * @param number major times 10000 plus minor
 */
public record ServerVersion(int number) implements Comparable<ServerVersion> {
  /** The major version, such as 15. */
  public int major() {
    return number / 10000;
  }

  /** Whether the server is of this major version or a later one. */
  public boolean atLeast(int major) {
    return major() >= major;
  }

  @Override
  public int compareTo(ServerVersion other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return major() + "." + number % 10000;
  }
}
