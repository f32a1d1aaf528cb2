package io.linkspan.request;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a request as one would type it after {@code plan copy}; read again, it is the same. */
public final class RequestText {
  private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*(-[a-z0-9_]+)*");

  private RequestText() {}

  /**
   * The text, with the connections named that the request leaves to the route.
   *
   * @param source the name of the connection that is read
   * @param target the name of the connection that is written
   */
  public static String of(CopyRequest request, String source, String target) {
    List<String> parts = new ArrayList<>();
    parts.add(connection(request.source().connection().orElse(source)) + read(request.source()));
    parts.add("->");
    parts.add(
        connection(request.target().connection().orElse(target))
            + request.target().name().quoted());
    request
        .columns()
        .ifPresent(
            names ->
                parts.add(
                    "("
                        + String.join(", ", names.stream().map(Identifier::quoted).toList())
                        + ")"));
    clauses(request, parts);
    return String.join(" ", parts);
  }

  /**
   * The text with each clause in a line of its own, without the words {@code plan copy}; the
   * connections are named where the request names them.
   */
  public static List<String> lines(CopyRequest request) {
    String head =
        request.source().connection().map(RequestText::connection).orElse("")
            + read(request.source())
            + " -> "
            + request.target().connection().map(RequestText::connection).orElse("")
            + request.target().name().quoted()
            + request
                .columns()
                .map(
                    names ->
                        names.stream()
                            .map(Identifier::quoted)
                            .collect(Collectors.joining(", ", " (", ")")))
                .orElse("");
    List<String> lines = new ArrayList<>(List.of(head));
    clauses(request, lines);
    return lines.stream().map(String::strip).toList();
  }

  private static String connection(String name) {
    return (BARE.matcher(name).matches() ? name : new Identifier(name).quoted()) + ":";
  }

  private static String read(Source source) {
    return source instanceof Source.OfQuery query
        ? "(" + closed(query.sql()) + ")"
        : ((Source.OfTable) source).table().name().quoted();
  }

  private static void clauses(CopyRequest request, List<String> parts) {
    List<String> fillings = new ArrayList<>();
    request
        .mapping()
        .forEach((column, filling) -> fillings.add(column.quoted() + " = " + text(filling)));
    if (!fillings.isEmpty()) {
      parts.add("map " + String.join(", ", fillings));
    }
    request.where().ifPresent(where -> parts.add("where " + closed(where)));
    distinct(request.distinct()).ifPresent(parts::add);
    request.conflict().ifPresent(rule -> parts.add("on conflict " + text(rule)));
    if (request.truncate()) {
      parts.add("truncate");
    }
    request
        .execution()
        .batching()
        .ifPresent(
            batching ->
                parts.add(
                    batching instanceof Batching.Rows rows
                        ? "batch " + rows.rows() + " rows"
                        : "batch off"));
    request.execution().workers().ifPresent(workers -> parts.add("workers " + workers));
  }

  private static String text(Filling filling) {
    return filling instanceof Filling.Expression expression ? closed(expression.text()) : "default";
  }

  private static Optional<String> distinct(Distinct distinct) {
    if (distinct instanceof Distinct.On on) {
      String order = on.orderBy().isEmpty() ? "" : " order by " + closed(on.orderBy());
      return Optional.of(
          "distinct on (" + closed(String.join(", ", on.expressions())) + ")" + order);
    }
    return distinct instanceof Distinct.All ? Optional.of("distinct") : Optional.empty();
  }

  private static String text(ConflictRule rule) {
    if (rule instanceof ConflictRule.Clause clause) {
      return closed(clause.text());
    }
    if (rule instanceof ConflictRule.Overwrite overwrite) {
      return (overwrite.target().isEmpty() ? "" : closed(overwrite.target()) + " ") + "overwrite";
    }
    return rule instanceof ConflictRule.Preserve ? "preserve" : "fail";
  }

  /** A line comment must not swallow what follows. */
  private static String closed(String text) {
    return text.contains("--") ? text + "\n" : text;
  }
}
