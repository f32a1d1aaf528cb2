package io.linkspan.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller wants of an embedded server.
 *
 * @param initdb more arguments for initdb; the later of two wins
 * @param settings names and values for postgresql.conf, applied at every start
 */
public record ServerOptions(List<String> initdb, Map<String, String> settings) {
  public ServerOptions {
    initdb = List.copyOf(initdb);
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** A server that takes little memory and never waits for the disk: its data may be lost. */
  public static ServerOptions small() {
    return new ServerOptions(
        List.of("--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C", "--no-sync"),
        Map.ofEntries(
            Map.entry("fsync", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("huge_pages", "off"),
            Map.entry("jit", "off"),
            Map.entry("log_line_prefix", "%m [%p] %q%u@%d "),
            Map.entry("logging_collector", "off"),
            Map.entry("maintenance_work_mem", "32MB"),
            Map.entry("max_connections", "60"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("synchronous_commit", "off"),
            Map.entry("wal_level", "minimal")));
  }

  /** The same with a setting of postgresql.conf set or replaced. */
  public ServerOptions with(String name, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(name, value);
    return new ServerOptions(initdb, more);
  }

  /** The same with one more argument for initdb. */
  public ServerOptions withInitdb(String argument) {
    List<String> more = new ArrayList<>(initdb);
    more.add(argument);
    return new ServerOptions(more, settings);
  }
}
