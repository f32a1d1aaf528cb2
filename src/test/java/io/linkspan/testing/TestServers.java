package io.linkspan.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.testcontainers.containers.Network;

/**
 * The servers of a test run, one for each major version of system property {@code
 * postgres.versions}, each started when a test first asks for it. {@code postgres.servers} says
 * whether they are embedded or containers.
 */
public final class TestServers implements AutoCloseable {
  private final List<Integer> majors;
  private final IntFunction<TestServer> starter;
  private final Runnable cleaner;
  private final Map<Integer, TestServer> started = new TreeMap<>();
  private final AtomicInteger databases = new AtomicInteger();

  private TestServers(List<Integer> majors, IntFunction<TestServer> starter, Runnable cleaner) {
    this.majors = majors;
    this.starter = starter;
    this.cleaner = cleaner;
  }

  /** None of them runs yet. */
  static TestServers ofProperties() {
    List<Integer> majors =
        Arrays.stream(System.getProperty("postgres.versions", "13,15,18").split(","))
            .map(word -> Integer.valueOf(word.strip()))
            .sorted()
            .toList();
    return switch (System.getProperty("postgres.servers", "embedded")) {
      case "embedded" -> embedded(majors);
      case "containers" -> containers(majors);
      default -> throw new IllegalArgumentException("postgres.servers: embedded or containers");
    };
  }

  private static TestServers embedded(List<Integer> majors) {
    Path jars = Path.of(System.getProperty("postgres.binaries", "target/postgres-binaries"));
    ReachableDirectory directory = ReachableDirectory.create("test-servers");
    return new TestServers(
        majors,
        major -> EmbeddedTestServer.start(major, jars.resolve(major + ".jar"), directory.path()),
        directory::close);
  }

  private static TestServers containers(List<Integer> majors) {
    Network network = Network.newNetwork();
    return new TestServers(
        majors, major -> ContainerTestServer.start(major, network), network::close);
  }

  /** The major versions, the lowest first. */
  public List<Integer> majors() {
    return majors;
  }

  /** The server of a major version, started if no test has asked for it before. */
  public synchronized TestServer server(int major) {
    if (!majors.contains(major)) {
      throw new IllegalArgumentException("not in postgres.versions: " + major);
    }
    TestServer known = started.get(major);
    if (known != null) {
      return known;
    }
    TestServer server = starter.apply(major);
    started.put(major, server);
    server.createRole(TestDatabase.APP_USER.user(), TestDatabase.APP_USER.password());
    return server;
  }

  /** The server of the highest major version. */
  public TestServer newest() {
    return server(majors.get(majors.size() - 1));
  }

  /** The server of the lowest major version. */
  public TestServer oldest() {
    return server(majors.get(0));
  }

  /** A name that no database of this run has. */
  String nextDatabaseName() {
    return "test_" + databases.incrementAndGet();
  }

  @Override
  public synchronized void close() {
    started.values().forEach(TestServer::close);
    started.clear();
    cleaner.run();
  }
}
