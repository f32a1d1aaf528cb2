package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.ScriptFlow;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script file as it is when its replay begins: by its hash, and by the variables that it takes
 * from outside, it is known again.
 */
final class ReplayedScript {
  private static final Pattern MENTIONED =
      Pattern.compile("(?::(?:['\"]|\\{\\?)?|\\b(?i:defined)\\s+)([\\p{L}_]\\w*)");
  private static final Pattern ASSIGNED =
      Pattern.compile("\\s*(?:(?i:let)|\\\\set)\\s+([\\p{L}_]\\w*)");

  private final Path named;
  private final Path real;
  private final String text;
  private final Map<String, String> scripts = new LinkedHashMap<>();
  private final Set<String> variables;
  private final Map<String, String> values;

  private ReplayedScript(
      Path named, Path real, String text, Set<String> variables, Map<String, String> values) {
    this.named = named;
    this.real = real;
    this.text = text;
    this.variables = variables;
    this.values = values;
  }

  /**
   * That of a file; one that cannot be read is told of elsewhere.
   *
   * @param values the variables as they are before the script sets any
   */
  static ReplayedScript of(Path file, Conversation conversation, Map<String, String> values) {
    String text = text(file);
    ReplayedScript script =
        new ReplayedScript(file, real(file), text, outer(text, conversation.flow()), values);
    script.scripts.put(key(script.real), ReplayLog.hash(bytes(file)));
    return script;
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static String key(Path file) {
    return ReplayLog.field(file.toString());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** The variables that it mentions and does not always set itself. */
  private static Set<String> outer(String text, ScriptFlow flow) {
    Set<String> names = new TreeSet<>();
    Matcher mentioned = MENTIONED.matcher(text);
    while (mentioned.find()) {
      names.add(mentioned.group(1));
    }
    int depth = 0;
    Set<String> set = new HashSet<>();
    for (String line : text.lines().toList()) {
      OptionalInt block = flow.block(line);
      depth += block.orElse(0);
      Matcher assigned = ASSIGNED.matcher(line);
      if (depth == 0 && assigned.lookingAt()) {
        set.add(assigned.group(1));
      }
    }
    names.removeAll(set);
    return names;
  }

  Path real() {
    return real;
  }

  /** A script that it calls; gives the lines that its log has of it. */
  List<String> enter(Path called, ScriptFlow flow) {
    String hash = ReplayLog.hash(bytes(called));
    scripts.put(key(called), hash);
    Set<String> mentioned = outer(text(called), flow);
    variables.addAll(mentioned);
    return lines(Map.of(key(called), hash), hashes(mentioned));
  }

  private static List<String> lines(Map<String, String> scripts, Map<String, String> variables) {
    List<String> lines = new ArrayList<>();
    scripts.forEach((path, hash) -> lines.add(ReplayLog.line("script", hash, path)));
    variables.forEach((name, hash) -> lines.add(ReplayLog.line("variable", name, hash)));
    return lines;
  }

  /** The first lines of its log. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(ReplayState.HEAD));
    lines.addAll(lines(scripts, hashes(variables)));
    return lines;
  }

  /** The log of what is done, from which the replay goes on. */
  List<String> lines(ReplayState state) {
    List<String> lines = new ArrayList<>(List.of(ReplayState.HEAD));
    lines.addAll(lines(state.scripts, state.variables));
    lines.addAll(state.lines());
    return lines;
  }

  private Map<String, String> hashes(Set<String> wanted) {
    Map<String, String> hashes = new LinkedHashMap<>();
    String salt = ReplayLog.hash(text);
    for (String name : wanted) {
      String value = values.get(name);
      if (value != null) {
        hashes.put(name, ReplayLog.hash(salt + name + "\0" + value));
      }
    }
    return hashes;
  }

  /**
   * Fails where the script or a variable is not as it was.
   *
   * @throws UserException with the ways out
   */
  void requireSame(ReplayState state) {
    requireSame(state, real);
    requireSame(state, variables);
  }

  private void requireSame(ReplayState state, Path script) {
    String hash = scripts.getOrDefault(key(script), "");
    if (!hash.equals(state.scripts.getOrDefault(key(script), hash))) {
      throw changed(
          "script \"%s\" was changed since its replay was interrupted",
          script.getFileName(), state);
    }
  }

  private void requireSame(ReplayState state, Set<String> names) {
    Map<String, String> now = hashes(names);
    for (String name : names) {
      if (!now.getOrDefault(name, "").equals(state.variables.getOrDefault(name, ""))) {
        throw changed(
            "variable \"%s\" is another one than when the replay was interrupted", name, state);
      }
    }
  }

  /** The same of a script that it calls and called before. */
  void requireSame(ReplayState state, Path called, ScriptFlow flow) {
    if (state.scripts.containsKey(key(called))) {
      requireSame(state, called);
      requireSame(state, outer(text(called), flow));
    }
  }

  private UserException changed(String what, Object name, ReplayState state) {
    return Replay.refused(
        what.formatted(name),
        "The replay of %s was interrupted %s.".formatted(file(), state.where()),
        "Put it back as it was, and replay it again to go on; or begin anew: replay %s fresh"
            .formatted(file()));
  }

  /** The refusal where nobody knows whether an input was carried out. */
  UserException unknownEnd(String place) {
    return Replay.refused(
        "nobody knows whether %s was carried out".formatted(told(place)),
        "The connection or the shell was lost before its server could tell.",
        """
        Look on the server. If it was carried out: replay %1$s skip
        If it was not: replay %1$s again
        To begin anew: replay %1$s fresh"""
            .formatted(file()));
  }

  /** The refusal where of two transactions one was committed, and one not any more. */
  UserException torn(String place) {
    return Replay.refused(
        "of the transactions that were open in %s, one was committed and one was not"
            .formatted(told(place)),
        "The connection or the shell was lost between the two.",
        """
        Look on both servers. Where all up to there is complete, by hand: replay %1$s skip
        To carry both out from their first statement: replay %1$s again
        To begin anew: replay %1$s fresh"""
            .formatted(file()));
  }

  /** {@code line 3 of x.lks} for {@code x.lks:3: }. */
  static String told(String place) {
    Matcher parts = Pattern.compile("(?s)(.*):(\\d+): ").matcher(place);
    return parts.matches()
        ? "line %s of %s".formatted(parts.group(2), Path.of(parts.group(1)).getFileName())
        : "it";
  }

  private String file() {
    return String.valueOf(named.getFileName());
  }

  /** What is said where a replay goes on. */
  String goesOn(ReplayState state) {
    return "replay of %s goes on %s; to begin anew: replay %1$s fresh"
        .formatted(file(), state.goesOn());
  }

  /** What is said where it was interrupted. */
  String willGoOn() {
    return "replay of %s was interrupted; replay it again to go on there".formatted(file());
  }
}
