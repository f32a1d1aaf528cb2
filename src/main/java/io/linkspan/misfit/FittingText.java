package io.linkspan.misfit;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.pg.Literal;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conditions on the source that only fitting values meet. */
final class FittingText {
  private static final Pattern NUMBERS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");
  private static final int FEW = 5;
  private static final int LABELS = 12;

  /* What the input functions take; a column with rarer spellings is told by its keys. */
  private static final String WHOLE = "[-+]?[0-9]+";
  private static final String DECIMAL = "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?";

  private static final Map<String, String> SHAPES =
      Map.of(
          "int2", WHOLE,
          "int4", WHOLE,
          "int8", WHOLE,
          "numeric", DECIMAL,
          "float4", DECIMAL,
          "float8", DECIMAL,
          "uuid", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Map<String, String> RANGES =
      Map.of(
          "int2", "-32768 and 32767",
          "int4", "-2147483648 and 2147483647",
          "int8", "-9223372036854775808 and 9223372036854775807");

  private static final Set<String> UNREADABLE = Set.of("22P02", "22007", "22008");

  private FittingText() {}

  /** For a value that goes from column to column, through nothing but a cast. */
  static List<String> conditions(
      Column source, ColumnType target, SqlState state, List<String> examples) {
    TypeName type = target.base().orElse(target.name());
    String name = type.name().name();
    List<String> texts = new ArrayList<>();
    switch (state.code()) {
      case "22003" -> range(source, type).ifPresent(texts::add);
      case "22001", "22026" -> length(source, type, state).forEach(texts::add);
      default -> {
        boolean few = !target.enumLabels().isEmpty() && target.enumLabels().size() <= LABELS;
        if (few && !target.isArray()) {
          texts.add(asText(source) + " in (" + quoted(target.enumLabels()) + ")");
        } else if (source.type().isString() && SHAPES.containsKey(name)) {
          String shape = SHAPES.getOrDefault(name, "");
          texts.add(source.name().quoted() + " ~ '^" + shape + "$'");
          // Blanks around a number are read over.
          texts.add(source.name().quoted() + " ~ '^[[:space:]]*" + shape + "[[:space:]]*$'");
        }
      }
    }
    List<String> conditions = new ArrayList<>(texts.stream().map(t -> kept(source, t)).toList());
    if (UNREADABLE.contains(state.code())
        && !examples.isEmpty()
        && examples.size() <= FEW
        && source.type().isString()) {
      conditions.add(others(source, examples));
    }
    return conditions;
  }

  /** For text whose characters the target's encoding lacks. */
  static List<String> encoding(Column source, ServerFacts target) {
    return target.encoding().equals("LATIN1")
        ? List.of(kept(source, asText(source) + " !~ " + Literal.quoted("[^\\u0001-\\u00FF]")))
        : List.of();
  }

  /** The length of {@code varchar(n)} and its like. */
  static Optional<Integer> limit(TypeName type) {
    Matcher matcher = NUMBERS.matcher(type.sql());
    return matcher.find() && matcher.group(2) == null
        ? Optional.of(Integer.valueOf(matcher.group(1)))
        : Optional.empty();
  }

  private static Optional<String> range(Column source, TypeName type) {
    if (source.type().category() != 'N') {
      return Optional.empty();
    }
    String column = source.name().quoted();
    String range = RANGES.get(type.name().name());
    if (range != null) {
      return Optional.of(column + " between " + range);
    }
    Matcher matcher = NUMBERS.matcher(type.sql());
    if (!type.name().name().equals("numeric") || !matcher.find()) {
      return Optional.empty();
    }
    int scale = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    int whole = Integer.parseInt(matcher.group(1)) - scale;
    String exact =
        source.type().name().name().name().startsWith("float") ? column + "::numeric" : column;
    return whole < 1
        ? Optional.empty()
        : Optional.of("abs(round(" + exact + ", " + scale + ")) < 1" + "0".repeat(whole));
  }

  private static List<String> length(Column source, TypeName type, SqlState state) {
    if (limit(type).isEmpty()) {
      return List.of();
    }
    int limit = limit(type).orElseThrow();
    boolean bits = source.type().name().name().name().endsWith("bit");
    if (bits) {
      String sign = state.code().equals("22026") ? " = " : " <= ";
      return List.of("length(" + source.name().quoted() + ")" + sign + limit);
    }
    // Blanks at the end beyond the length are cut without a word.
    return List.of(
        "length(" + asText(source) + ") <= " + limit,
        "length(rtrim(" + asText(source) + ")) <= " + limit);
  }

  private static String asText(Column source) {
    String column = source.name().quoted();
    return source.type().isString() ? column : column + "::text";
  }

  private static String others(Column source, List<String> values) {
    String column = source.name().quoted();
    boolean one = values.size() == 1;
    if (source.notNull()) {
      return column + (one ? " <> " + quoted(values) : " not in (" + quoted(values) + ")");
    }
    String equal = column + (one ? " = " + quoted(values) : " in (" + quoted(values) + ")");
    return "(" + equal + ") is not true";
  }

  private static String quoted(List<String> values) {
    return values.stream().map(Literal::quoted).collect(Collectors.joining(", "));
  }

  /** A NULL fits, and no comparison with it is true. */
  private static String kept(Column source, String condition) {
    return source.notNull() ? condition : "(" + condition + ") is not false";
  }
}
