package io.linkspan.testing;

import java.util.ArrayList;
import java.util.List;

/** Makes databases for one test and drops them after it. */
public final class TestDatabases implements AutoCloseable {
  private final TestServers servers;
  private final TestServer server;
  private final List<TestDatabase> created = new ArrayList<>();

  TestDatabases(TestServers servers, TestServer server) {
    this.servers = servers;
    this.server = server;
  }

  /** A new database of the test's server: the one of its major version, otherwise the newest. */
  public TestDatabase create() {
    return createOn(server);
  }

  /** A new database of a server. */
  public TestDatabase createOn(TestServer other) {
    return createOn(other, servers.nextDatabaseName());
  }

  /** A new database of a server, of that name. */
  public TestDatabase createOn(TestServer other, String name) {
    TestDatabase database = TestDatabase.create(other, name);
    created.add(database);
    return database;
  }

  @Override
  public void close() {
    created.forEach(TestDatabase::close);
    created.clear();
  }
}
