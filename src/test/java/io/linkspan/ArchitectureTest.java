package io.linkspan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of docs/architecture.md and its fences. */
final class ArchitectureTest {
  private static final String ROOT = "io.linkspan";
  private static final Path MAIN = Path.of("src/main/java/io/linkspan");

  /** Which package may import which, as docs/architecture.md has it. */
  static final Map<String, List<String>> MAY_IMPORT = rows();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    rows.put("pg", List.of());
    rows.put("sql", List.of("pg"));
    rows.put("settings", List.of("pg"));
    rows.put("configfile", List.of("pg", "settings"));
    rows.put("connection", List.of("pg", "configfile"));
    rows.put("sandbox", List.of("pg"));
    rows.put("trouble", List.of("pg", "connection"));
    rows.put("catalog", List.of("pg", "connection"));
    rows.put("completion", List.of("pg", "sql", "catalog"));
    rows.put("request", List.of("pg", "sql"));
    rows.put("plan", List.of("pg", "sql", "catalog", "request"));
    rows.put("statement", List.of("pg", "sql", "catalog", "request", "plan"));
    rows.put(
        "check",
        List.of("pg", "sql", "connection", "trouble", "catalog", "request", "plan", "statement"));
    rows.put("pasted", List.of("pg", "sql", "request", "check"));
    rows.put("doctor", List.of("pg", "connection", "trouble", "catalog", "check"));
    rows.put("journal", List.of("pg", "sql", "connection", "plan"));
    rows.put("undo", List.of("pg", "connection", "catalog", "journal"));
    rows.put(
        "run", List.of("pg", "connection", "catalog", "request", "plan", "statement", "journal"));
    rows.put(
        "verify",
        List.of(
            "pg",
            "sql",
            "connection",
            "catalog",
            "request",
            "plan",
            "statement",
            "journal",
            "run"));
    rows.put("misfit", List.of("pg", "sql", "connection", "catalog", "plan", "statement", "run"));
    rows.put("lesson", List.of("pg"));
    rows.put(
        "anatomy",
        List.of("pg", "sql", "catalog", "request", "plan", "statement", "check", "pasted"));
    rows.put("trace", List.of("pg", "sql", "connection", "catalog"));
    rows.put(
        "session",
        List.of(
            "pg",
            "sql",
            "connection",
            "catalog",
            "request",
            "plan",
            "statement",
            "check",
            "doctor",
            "journal",
            "run",
            "undo",
            "verify",
            "misfit"));
    rows.put(
        "report",
        List.of(
            "pg",
            "settings",
            "connection",
            "trouble",
            "catalog",
            "request",
            "plan",
            "statement",
            "check",
            "pasted",
            "anatomy",
            "trace",
            "doctor",
            "journal",
            "run",
            "session",
            "verify",
            "undo",
            "misfit",
            "lesson"));
    rows.put(
        "page",
        List.of(
            "pg",
            "sql",
            "catalog",
            "request",
            "plan",
            "statement",
            "check",
            "journal",
            "run",
            "undo",
            "verify",
            "session",
            "report"));
    rows.put(
        "command",
        List.of(
            "pg",
            "sql",
            "settings",
            "configfile",
            "connection",
            "sandbox",
            "trouble",
            "catalog",
            "completion",
            "request",
            "plan",
            "statement",
            "check",
            "pasted",
            "anatomy",
            "trace",
            "doctor",
            "journal",
            "run",
            "verify",
            "undo",
            "misfit",
            "session",
            "lesson",
            "report",
            "page"));
    rows.put(
        "shell",
        List.of(
            "pg",
            "sql",
            "settings",
            "connection",
            "completion",
            "run",
            "session",
            "report",
            "command"));
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> a_package_imports_only_what_its_row_allows() {
    return MAY_IMPORT.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey() + " imports only " + row.getValue(),
                    () -> checkRow(row.getKey(), row.getValue())));
  }

  private static void checkRow(String name, List<String> allowed) {
    String[] allowedPackages =
        Stream.concat(Stream.of(name), allowed.stream())
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> elsewhere =
        resideInAPackage(ROOT + "..")
            .and(DescribedPredicate.not(resideInAnyPackage(allowedPackages)));
    noClasses()
        .that(resideInAPackage(ROOT + "." + name + ".."))
        .should()
        .dependOnClassesThat(elsewhere)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void every_package_has_a_row() throws IOException {
    try (Stream<Path> folders = Files.list(MAIN)) {
      List<String> names =
          folders.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();

      assertThat(MAY_IMPORT.keySet()).containsAll(names);
    }
  }

  @Test
  void jline_and_jansi_are_used_in_shell_alone() {
    fence("shell", "org.jline..", "org.fusesource..");
  }

  @Test
  void jdbc_and_the_pool_are_used_in_connection_alone() {
    fence("connection", "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..");
  }

  @Test
  void jsqlparser_is_used_in_sql_alone() {
    fence("sql", "net.sf.jsqlparser..");
  }

  @Test
  void toml_is_read_in_configfile_alone() {
    fence("configfile", "org.tomlj..");
  }

  @Test
  void the_embedded_servers_are_unpacked_in_sandbox_alone() {
    fence("sandbox", "org.apache.commons.compress..", "org.tukaani..", "io.zonky..");
  }

  private static void fence(String home, String... libraries) {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + "." + home + ".."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void the_process_streams_and_exit_are_used_in_main_and_shell_alone() {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + ".shell.."))
        .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("Main")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void no_main_source_file_is_over_400_lines() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      List<Path> tooLong =
          files
              .filter(p -> p.toString().endsWith(".java"))
              .filter(ArchitectureTest::isTooLong)
              .toList();

      assertThat(tooLong).isEmpty();
    }
  }

  private static boolean isTooLong(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count() > 400;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
