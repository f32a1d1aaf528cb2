package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.Conversation.Completeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gathers lines until the conversation calls them complete. */
final class Gathering {
  /** Ends that only a line with that very text in it can bring. */
  private static final Set<String> ENDS = Set.of(";", "'", "\"", ")", "]", "*/");

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private final Conversation conversation;
  private final StringBuilder text = new StringBuilder();
  private String waitsFor = "";

  Gathering(Conversation conversation) {
    this.conversation = conversation;
  }

  /** The complete inputs of a text, such as a pasted script, the unfinished rest last. */
  static List<String> pieces(Conversation conversation, String text) {
    Gathering gathering = new Gathering(conversation);
    List<String> pieces = new ArrayList<>();
    lines(text).forEach(line -> gathering.add(line).ifPresent(pieces::add));
    if (gathering.waiting()) {
      pieces.add(gathering.text());
    }
    return List.copyOf(pieces);
  }

  /** The lines of a text; an empty last one counts, for it may end an input. */
  static List<String> lines(String text) {
    return List.of(LINE_END.split(text, -1));
  }

  /** Takes a line; gives the complete input where the line completes one. */
  Optional<String> add(String line) {
    if (!waiting() && line.isBlank()) {
      return Optional.empty();
    }
    text.append(waiting() ? "\n" : "").append(line);
    if (stillWaits(line)) {
      return Optional.empty();
    }
    return finish();
  }

  private Optional<String> finish() {
    Completeness now = conversation.completeness(text.toString());
    waitsFor = now.waitsFor();
    if (!now.complete()) {
      return Optional.empty();
    }
    String complete = text.toString();
    text.setLength(0);
    waitsFor = "";
    return Optional.of(complete);
  }

  /** Spares a long statement that is asked about after every one of its lines. */
  private boolean stillWaits(String line) {
    return ENDS.contains(waitsFor) && !line.contains(waitsFor) && line.indexOf('\\') < 0;
  }

  /** Whether lines were taken that do not make a complete input yet. */
  boolean waiting() {
    return !text.isEmpty();
  }

  /** The lines taken so far. */
  String text() {
    return text.toString();
  }

  /** What the lines taken so far wait for; empty where no line waits. */
  String waitsFor() {
    if (!waiting()) {
      return "";
    }
    String wanted = conversation.completeness(text.toString()).waitsFor();
    return wanted.isEmpty() ? "the next line" : wanted;
  }
}
