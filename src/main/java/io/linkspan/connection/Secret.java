package io.linkspan.connection;

/** A value that must not be shown, such as a password. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The value itself, for the driver and for dblink alone. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  /** The same for all: a hash of a short password would tell the password. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
