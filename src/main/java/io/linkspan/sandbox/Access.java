package io.linkspan.sandbox;

/** A database of an embedded server and who logs in there. */
public record Access(String host, int port, String database, Login login) {

  /** The same server and login in another database. */
  public Access inDatabase(String name) {
    return new Access(host, port, name, login);
  }

  /** The same database for another login. */
  public Access as(Login other) {
    return new Access(host, port, database, other);
  }
}
