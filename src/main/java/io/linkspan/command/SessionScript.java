package io.linkspan.command;

import io.linkspan.command.KeptInput.InHand;
import io.linkspan.command.KeptInput.Kind;
import io.linkspan.connection.OpenConnection;
import io.linkspan.request.CopyRequest;
import io.linkspan.session.TableShapes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what was kept of a session as a script. */
final class SessionScript {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Pattern GSET = Pattern.compile("\\\\gset[ \t]*(\\w*)");

  private final Workspace workspace;
  private final List<String> lines = new ArrayList<>();
  private Optional<CopyRequest> written = Optional.empty();
  private final Set<String> expected = new HashSet<>();
  private String route = "";

  private SessionScript(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The text of the script.
   *
   * @param doing {@code saved} or {@code recorded}
   */
  static String of(Workspace workspace, KeptInputs kept, String doing, Instant when) {
    SessionScript script = new SessionScript(workspace);
    List<KeptInput> inputs = kept.all();
    script.head(inputs, doing, when);
    script.connections();
    script.lines.add("");
    for (int i = 0; i < inputs.size(); i++) {
      script.add(inputs.get(i), inputs.subList(i + 1, inputs.size()));
    }
    if (kept.someAreOpen()) {
      script.lines.add("-- left out: a transaction that was not committed yet");
    }
    return String.join("\n", script.lines) + "\n";
  }

  private void head(List<KeptInput> inputs, String doing, Instant when) {
    lines.add("-- linkspan %s, %s %s UTC".formatted(version(), doing, TIME.format(when)));
    for (OpenConnection open : workspace.connections().all()) {
      String server = open.isLost() ? "" : ", PostgreSQL " + open.session().version();
      lines.add("-- %s: %s%s".formatted(open.name(), open.settings(), server));
    }
    Set<String> wanted = variables(inputs);
    if (!wanted.isEmpty()) {
      String options =
          wanted.stream().map(name -> "-v " + name + "=VALUE").collect(Collectors.joining(" "));
      lines.add("-- It wants variables that it does not set: " + options);
    }
  }

  /** The version in the jar's manifest; none when run from class files. */
  private static String version() {
    return Objects.requireNonNullElse(
        SessionScript.class.getPackage().getImplementationVersion(), "(development)");
  }

  /** Variables that were set before the session, as by {@code -v}. */
  private static Set<String> variables(List<KeptInput> inputs) {
    Set<String> wanted = new TreeSet<>();
    Set<String> set = new TreeSet<>();
    List<String> prefixes = new ArrayList<>();
    for (KeptInput input : inputs) {
      String text = input.plan().map(SessionScript::text).orElse("") + "\n" + input.text();
      VariablesUsed.in(text).stream()
          .filter(name -> !set.contains(name) && prefixes.stream().noneMatch(name::startsWith))
          .forEach(wanted::add);
      if (input.kind() == Kind.SCENE) {
        String[] words = input.text().split("[\\s=]+", 3);
        set.add(words.length > 1 ? words[1] : "");
      }
      Matcher taken = GSET.matcher(input.text());
      while (taken.find()) {
        // Which columns a query has is not known here.
        prefixes.add(taken.group(1));
      }
    }
    return wanted;
  }

  /** What is open already, as on another stage, stays as it is. */
  private void connections() {
    boolean sandbox = workspace.sandbox().isPresent();
    for (OpenConnection open : workspace.connections().all()) {
      lines.add("");
      lines.add("if not connected " + open.name());
      lines.add("  " + (sandbox && isOfSandbox(open) ? "sandbox" : connect(open)));
      lines.add("end");
    }
  }

  private static boolean isOfSandbox(OpenConnection open) {
    return Set.of("archive", "main").contains(open.name());
  }

  private String connect(OpenConnection open) {
    boolean saved =
        workspace.saved().all().stream().anyMatch(each -> each.name().equals(open.name()));
    StringBuilder text = new StringBuilder("connect ").append(open.name());
    if (!saved) {
      text.append(' ').append(open.settings().withoutSecrets().conninfo());
      text.append(open.marks().readOnly() ? " read only" : "");
      text.append(open.marks().production() ? " production" : "");
      open.reachedBy()
          .ifPresent(way -> text.append(" reached by \"").append(way.text()).append('"'));
    }
    return text.toString();
  }

  private void add(KeptInput input, List<KeptInput> after) {
    boolean wanted =
        switch (input.kind()) {
          case PLAN -> after.stream().noneMatch(each -> each.plan().isPresent()) || looked(after);
          case DRY_RUN -> looked(after);
          default -> true;
        };
    if (!wanted) {
      return;
    }
    if (input.kind() != Kind.SCENE) {
      use(input.route());
    }
    input.plan().ifPresent(plan -> plan(plan, input.typedWith()));
    switch (input.kind()) {
      case PLAN -> {}
      case SECRET -> lines.add("-- left out, for it holds a secret: " + oneLine(input.text()));
      default -> lines.add(input.text());
    }
  }

  /** Whether something is expected before the next plan or run. */
  private static boolean looked(List<KeptInput> after) {
    return after.stream()
        .takeWhile(each -> each.plan().isEmpty())
        .anyMatch(each -> each.kind() == Kind.LOOK_AT_RUN);
  }

  private void use(String wanted) {
    if (!wanted.isEmpty() && !wanted.equals(route)) {
      route = wanted;
      written = Optional.empty();
      blank();
      lines.add("use " + wanted);
    }
  }

  private void plan(InHand inHand, Set<String> typedWith) {
    if (written.filter(inHand.typed()::equals).isPresent()) {
      return;
    }
    written = Optional.of(inHand.typed());
    blank();
    String text = text(inHand);
    Set<String> filled = new TreeSet<>(typedWith);
    filled.removeAll(VariablesUsed.in(text));
    if (!filled.isEmpty()) {
      lines.add(
          "-- typed with %s: the values stand here, not the names"
              .formatted(
                  filled.stream().map(name -> ":" + name).collect(Collectors.joining(", "))));
    }
    lines.add(text);
    String tables = ExpectedTables.text(TableShapes.of(inHand.plan()));
    if (expected.add(tables)) {
      lines.add(tables);
    }
  }

  private static String text(InHand inHand) {
    return "plan copy " + SavedPlan.clauses(inHand.typed());
  }

  private void blank() {
    if (!lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
