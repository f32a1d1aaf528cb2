package io.linkspan.bench;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Sandbox;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures completion with a database of many tables, pgcli beside it. */
final class CompletionBench {
  private static final int TABLES = 10_000;

  /** One transaction can lock so many. */
  private static final int AT_ONCE = 500;

  private static final List<String> COMMANDS =
      List.of(
          "plan copy ",
          "plan copy t042orit",
          "plan copy t_00001_order_item -> t_0",
          "plan copy t_00001_order_item -> t_00002_invoice_line map ",
          "plan copy t_00001_order_item -> t_00002_invoice_line where ",
          "help nu");

  private static final List<String> SQL =
      List.of(
          "select * from ",
          "select * from t042orit",
          "select * from t_00001_order_item a where a.cr",
          "select low",
          "select * from t_00001_order_item a join ");

  private CompletionBench() {}

  static void main(int rounds) throws Exception {
    ReachableDirectory directory = ReachableDirectory.create("bench");
    Runtime.getRuntime().addShutdownHook(new Thread(directory::close, "cleaning"));
    try (Sandbox sandbox = Sandbox.start(directory.path().resolve("servers"), Jdbc::execute)) {
      Access server = sandbox.main();
      fill(server);
      System.out.printf(
          Locale.ROOT,
          "%d processor cores, load %s at the start%n%n",
          Runtime.getRuntime().availableProcessors(),
          load());
      Map<String, Samples> linkspan = new TreeMap<>();
      Map<String, Samples> pgcli = new TreeMap<>();
      for (int i = 0; i < rounds; i++) {
        measure(linkspan, probe(server), server);
        if (InstalledPostgres.said("pgcli", "--version").isPresent()) {
          measure(pgcli, pgcli(server, directory.path()), server);
        }
      }
      System.out.println(table(linkspan, pgcli));
      System.out.printf(Locale.ROOT, "load %s at the end%n", load());
    }
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  /** 20 columns each; names and types repeat as they do in large databases. */
  private static void fill(Access server) {
    for (int first = 1; first <= TABLES; first += AT_ONCE) {
      Jdbc.execute(
          server,
          """
          do $$
          declare
            kinds text[] := array['order_item', 'invoice_line', 'customer', 'payment_log'];
            columns text;
          begin
            for n in %d..%d loop
              select string_agg(format('%%s_%%s %%s', word, (n * 7 + i) %% 40, type), ', ')
                into columns
                from unnest(
                  array['created', 'amount', 'status', 'note', 'email', 'customer', 'updated',
                        'price', 'city', 'street', 'phone', 'flag', 'kind', 'origin', 'weight',
                        'total', 'code', 'label', 'valid'],
                  array['timestamptz not null', 'numeric(12,2)', 'text', 'text', 'varchar(200)',
                        'bigint', 'timestamptz', 'numeric(10,2)', 'text', 'text', 'varchar(30)',
                        'boolean', 'smallint', 'text', 'double precision', 'bigint', 'char(3)',
                        'text', 'daterange']) with ordinality as c (word, type, i);
              execute format('create table t_%%s_%%s (id bigint primary key, %%s)',
                             lpad(n::text, 5, '0'), kinds[1 + (n - 1) %% 4], columns);
            end loop;
          end $$"""
              .formatted(first, first + AT_ONCE - 1));
    }
    Jdbc.execute(server, "analyze pg_catalog.pg_class; analyze pg_catalog.pg_attribute");
  }

  private static ProcessBuilder probe(Access server) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> words = new ArrayList<>(List.of(java));
    // The options of the launcher.
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add(CompletionProbe.class.getName());
    words.add(
        "postgresql://%s@%s:%d/%s"
            .formatted(server.login().user(), server.host(), server.port(), server.database()));
    words.addAll(COMMANDS);
    words.addAll(SQL);
    return new ProcessBuilder(words);
  }

  private static ProcessBuilder pgcli(Access server, Path folder) throws IOException {
    Path script = folder.resolve("pgcli_completion.py");
    try (InputStream text =
        CompletionBench.class.getResourceAsStream("/bench/pgcli_completion.py")) {
      Files.write(script, text.readAllBytes());
    }
    List<String> words = new ArrayList<>(List.of(python(), script.toString()));
    words.addAll(List.of(server.host(), "" + server.port(), server.database()));
    words.add(server.login().user());
    words.addAll(SQL);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("HOME", folder.toString());
    return builder;
  }

  /** The Python that pgcli runs in, by its first line. */
  private static String python() throws IOException {
    String path = InstalledPostgres.said("sh", "-c", "command -v pgcli").orElseThrow();
    return Files.readAllLines(Path.of(path)).get(0).replaceFirst("^#! *", "");
  }

  private static void measure(Map<String, Samples> into, ProcessBuilder program, Access server)
      throws Exception {
    program.environment().put("PGPASSWORD", server.login().password());
    Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + program.command().get(0));
    }
    for (String line : output.lines().toList()) {
      String[] parts = line.split("\t", -1);
      into.computeIfAbsent(parts[0], name -> new Samples()).add(Double.parseDouble(parts[1]));
    }
  }

  private static String table(Map<String, Samples> linkspan, Map<String, Samples> pgcli) {
    StringBuilder table = new StringBuilder();
    table.append(
        "| %,d tables, 200,000 columns | linkspan | pgcli |%n|---|---|---|%n".formatted(TABLES));
    row(table, "two connections open, ms", linkspan.get("connected"), null);
    row(table, "from connect to tables, ms", linkspan.get("tables"), null);
    row(table, "from connect to all names, ms", linkspan.get("all"), pgcli.get("ready"));
    row(table, "heap with both sides, MB", linkspan.get("heap"), null);
    for (List<String> places : List.of(COMMANDS, SQL)) {
      for (String place : places) {
        row(table, "`" + place + "`, ms", linkspan.get(place), pgcli.get(place));
      }
    }
    return table.toString();
  }

  private static void row(
      StringBuilder table, String what, @Nullable Samples linkspan, @Nullable Samples pgcli) {
    table.append("| %s | %s | %s |%n".formatted(what, text(linkspan), text(pgcli)));
  }

  private static String text(@Nullable Samples samples) {
    return samples == null
        ? "–"
        : String.format(Locale.ROOT, "%.1f (p99 %.1f)", samples.median(), samples.ninetyNinth());
  }
}
