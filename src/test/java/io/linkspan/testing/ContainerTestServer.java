package io.linkspan.testing;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import org.testcontainers.containers.Network;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A test server in a container; on the shared network its name is its address. */
record ContainerTestServer(int major, PostgreSQLContainer container, String hostForServers)
    implements TestServer {
  private static final String USER = "postgres";
  private static final String PASSWORD = "superuser of the tests";
  private static final int PORT = 5432;

  static ContainerTestServer start(int major, Network network) {
    String name = "postgres" + major;
    // Closed by this class's close().
    @SuppressWarnings("resource")
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse("postgres:" + major))
            .withNetwork(network)
            .withNetworkAliases(name)
            .withDatabaseName("postgres")
            .withUsername(USER)
            .withPassword(PASSWORD)
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .withEnv("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --locale=C.UTF-8")
            .withCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "log_statement=all",
                "-c",
                "autovacuum=off",
                "-c",
                "password_encryption=scram-sha-256",
                "-c",
                "shared_preload_libraries=pg_stat_statements");
    container.start();
    return new ContainerTestServer(major, container, name);
  }

  @Override
  public Access superuser() {
    return new Access(
        container.getHost(), container.getMappedPort(PORT), "postgres", new Login(USER, PASSWORD));
  }

  @Override
  public int portForServers() {
    return PORT;
  }

  @Override
  public String log() {
    return container.getLogs();
  }

  @Override
  public void close() {
    container.stop();
  }
}
