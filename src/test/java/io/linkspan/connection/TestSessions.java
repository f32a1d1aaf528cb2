package io.linkspan.connection;

import java.util.Properties;

/** Opens sessions for tests of other packages. */
public final class TestSessions {
  private TestSessions() {}

  /** A session on the server at a JDBC URL; its connection is named {@code test}. */
  public static Session open(String url, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return Session.open("test", url, properties, new Tap());
  }
}
