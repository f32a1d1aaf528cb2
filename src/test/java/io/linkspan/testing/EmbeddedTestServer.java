package io.linkspan.testing;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.EmbeddedBinaries;
import io.linkspan.sandbox.EmbeddedServer;
import io.linkspan.sandbox.ServerOptions;
import java.nio.file.Path;

/** A test server that is a process of this machine. */
record EmbeddedTestServer(int major, EmbeddedServer server) implements TestServer {

  static EmbeddedTestServer start(int major, Path jar, Path directory) {
    ServerOptions options =
        ServerOptions.small()
            .with("log_statement", "all")
            // It would count rows of tables at moments of its own, which screens tell.
            .with("autovacuum", "off")
            .with("shared_preload_libraries", "pg_stat_statements");
    EmbeddedBinaries binaries = EmbeddedBinaries.ofJar(jar, directory.resolve("programs"));
    return new EmbeddedTestServer(
        major, EmbeddedServer.start(directory.resolve("server" + major), binaries, options));
  }

  @Override
  public Access superuser() {
    return server.superuser();
  }

  @Override
  public String hostForServers() {
    return superuser().host();
  }

  @Override
  public int portForServers() {
    return superuser().port();
  }

  @Override
  public String log() {
    return server.log();
  }

  @Override
  public void close() {
    server.close();
  }
}
