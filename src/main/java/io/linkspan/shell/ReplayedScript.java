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

  private ReplayedScript(Path named, Path real, String text, Set<String> variables) {
    this.named = named;
    this.real = real;
    this.text = text;
    this.variables = variables;
  }

  /** That of a file; one that cannot be read is told of elsewhere. */
  static ReplayedScript of(Path file, Conversation conversation) {
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    ReplayedScript script =
        new ReplayedScript(file, real(file), text, outer(text, conversation.flow()));
    script.scripts.put(script.real.toString(), ReplayLog.hash(bytes(file)));
    return script;
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

  /** A script that it calls; gives its hash. */
  String enter(Path called) {
    String hash = ReplayLog.hash(bytes(called));
    scripts.put(called.toString(), hash);
    return hash;
  }

  /** The first lines of its log. */
  List<String> lines(Map<String, String> values) {
    List<String> lines = new ArrayList<>(List.of(ReplayState.HEAD));
    scripts.forEach((path, hash) -> lines.add(String.join("\t", "script", hash, path)));
    hashes(values).forEach((name, hash) -> lines.add(String.join("\t", "variable", name, hash)));
    return lines;
  }

  /** The log of what is done, from which the replay goes on. */
  List<String> lines(ReplayState state, Map<String, String> values) {
    List<String> lines = lines(values);
    lines.addAll(state.lines());
    return lines;
  }

  private Map<String, String> hashes(Map<String, String> values) {
    Map<String, String> hashes = new LinkedHashMap<>();
    String salt = ReplayLog.hash(text);
    for (String name : variables) {
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
  void requireSame(ReplayState state, Map<String, String> values) {
    String hash = scripts.getOrDefault(real.toString(), "");
    if (!hash.equals(state.scripts.getOrDefault(real.toString(), hash))) {
      throw changed("script \"%s\" was changed since its replay was interrupted", file(), state);
    }
    Map<String, String> now = hashes(values);
    Set<String> names = new TreeSet<>(now.keySet());
    names.addAll(state.variables.keySet());
    for (String name : names) {
      if (!now.getOrDefault(name, "").equals(state.variables.getOrDefault(name, ""))) {
        throw changed(
            "variable \"%s\" is another one than when the replay was interrupted", name, state);
      }
    }
  }

  /** The same of a script that it calls. */
  void requireSame(ReplayState state, Path called, String hash) {
    if (!hash.equals(state.scripts.getOrDefault(called.toString(), hash))) {
      throw changed(
          "script \"%s\" was changed since its replay was interrupted",
          called.getFileName(), state);
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
