package io.linkspan.misfit;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values of a source column that do not fit a target column, and the expressions that make them
 * fit. What fits already must stay as it is, so an expression changes nothing but what it mends.
 *
 * @param examples some of the values, without NULL
 * @param all whether no other row has a value in the column
 */
record TextValues(Column source, Column target, List<String> examples, boolean all) {
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
  private static final Set<String> DATES = Set.of("date", "timestamp", "timestamptz");
  private static final Set<String> STRINGS = Set.of("varchar", "bpchar");
  private static final Set<String> YES = Set.of("ja", "j", "oui", "si", "sí", "wahr", "x");
  private static final Set<String> NO = Set.of("nein", "non", "falsch");

  private static final Pattern COMMA = Pattern.compile("\\s*[-+]?\\d*,\\d+\\s*");
  private static final Pattern THREE_DIGITS = Pattern.compile("\\s*[-+]?\\d{1,3},\\d{3}\\s*");
  private static final Pattern THOUSANDS =
      Pattern.compile("\\s*[-+]?\\d{1,3}(,\\d{3})+\\.\\d+\\s*|\\s*[-+]?\\d{1,3}(,\\d{3}){2,}\\s*");
  private static final Pattern POINTS = Pattern.compile("\\s*[-+]?\\d{1,3}(\\.\\d{3})+,\\d+\\s*");
  private static final Pattern ZERO_DATE = Pattern.compile("0000-00-00( 00:00:00)?");
  private static final Pattern MODIFIER = Pattern.compile("\\(\\d+(?:,-?\\d+)?\\)");

  TextValues {
    examples = List.copyOf(examples);
  }

  /** For values that cannot be read, or are too long. */
  List<String> expressions(SqlState state) {
    if (!source.type().isString()) {
      return List.of();
    }
    String name = typeName();
    if (state.code().equals("22001") && STRINGS.contains(name)) {
      return FittingText.limit(target.type().name())
          .map(length -> List.of("left(" + column() + ", " + length + ")"))
          .orElse(List.of());
    }
    if (examples.isEmpty()) {
      return List.of();
    }
    if (NUMBERS.contains(name)) {
      return cast(number()).map(List::of).orElse(List.of());
    }
    if (DATES.contains(name)) {
      return dates(name);
    }
    if (!target.type().enumLabels().isEmpty() && !target.type().isArray()) {
      return label();
    }
    return name.equals("bool") ? truth() : cast(trimmed(column())).map(List::of).orElse(List.of());
  }

  /** What may stand for NULL. */
  List<String> instead() {
    String name = typeName();
    String value =
        target.type().isString() && target.type().base().isEmpty()
            ? "''"
            : NUMBERS.contains(name) ? "0" : name.equals("bool") ? "false" : "";
    return value.isEmpty() || target.type().base().isPresent()
        ? List.of()
        : List.of("coalesce(" + column() + ", " + value + ")");
  }

  private String typeName() {
    ColumnType type = target.type();
    return type.base().orElse(type.name()).name().name();
  }

  private String column() {
    return source.name().quoted();
  }

  private String number() {
    List<String> written = examples.stream().filter(v -> !v.isBlank()).toList();
    boolean points = written.stream().anyMatch(v -> POINTS.matcher(v).matches());
    boolean comma =
        written.stream()
            .anyMatch(v -> COMMA.matcher(v).matches() && !THREE_DIGITS.matcher(v).matches());
    boolean thousands = written.stream().anyMatch(v -> THOUSANDS.matcher(v).matches());
    String value = column();
    if ((comma || points) && !thousands) {
      value =
          points
              ? "case when NAME like '%,%' then replace(replace(NAME, '.', ''), ',', '.') else NAME end"
                  .replace("NAME", value)
              : "replace(" + value + ", ',', '.')";
    } else if (thousands && !comma && !points) {
      value = "replace(" + value + ", ',', '')";
    }
    return emptied(value);
  }

  private String emptied(String value) {
    if (examples.stream().noneMatch(String::isBlank)) {
      return value;
    }
    boolean blanks = examples.stream().anyMatch(v -> v.isBlank() && !v.isEmpty());
    return "nullif(" + (blanks ? "btrim(" + value + ")" : value) + ", '')";
  }

  private String trimmed(String value) {
    boolean blanks = examples.stream().anyMatch(v -> !v.equals(v.strip()));
    String inner = blanks ? "btrim(" + value + ")" : value;
    return examples.stream().anyMatch(String::isBlank) ? "nullif(" + inner + ", '')" : inner;
  }

  private List<String> dates(String name) {
    List<String> written = examples.stream().filter(v -> !v.isBlank()).toList();
    if (!written.isEmpty() && written.stream().allMatch(v -> ZERO_DATE.matcher(v).matches())) {
      String value = emptied(column());
      for (String zero : written) {
        value = "nullif(" + value + ", '" + zero + "')";
      }
      return cast(value).map(List::of).orElse(List.of());
    }
    if (written.isEmpty()) {
      return cast(emptied(column())).map(List::of).orElse(List.of());
    }
    return name.equals("date")
        ? DateOrder.of(written)
            .map(order -> List.of(order.expression(emptied(column()), all)))
            .orElse(List.of())
        : List.of();
  }

  private List<String> truth() {
    Predicate<String> known = v -> v.isBlank() || YES.contains(low(v)) || NO.contains(low(v));
    if (!examples.stream().allMatch(known)) {
      return List.of();
    }
    StringBuilder text = new StringBuilder("case lower(btrim(" + column() + "))");
    examples.stream()
        .map(TextValues::low)
        .distinct()
        .sorted()
        .forEach(
            v ->
                text.append(" when '")
                    .append(v)
                    .append("' then ")
                    .append(v.isEmpty() ? "null" : YES.contains(v) ? "true" : "false"));
    return List.of(text + " else " + column() + "::boolean end");
  }

  /** Labels that are written in capitals, or with blanks around them. */
  private List<String> label() {
    List<String> labels = target.type().enumLabels();
    boolean low = labels.stream().allMatch(label -> label.equals(low(label)));
    List<String> written = examples.stream().filter(v -> !v.isBlank()).toList();
    String value = trimmed(column());
    if (low && !written.isEmpty() && written.stream().allMatch(v -> labels.contains(low(v)))) {
      boolean capitals = written.stream().anyMatch(v -> !labels.contains(v.strip()));
      return cast(capitals ? "lower(" + value + ")" : value).map(List::of).orElse(List.of());
    }
    return written.isEmpty() ? cast(value).map(List::of).orElse(List.of()) : List.of();
  }

  private static String low(String value) {
    return value.strip().toLowerCase(java.util.Locale.ROOT);
  }

  /** The value as the target's type; nothing where it is the column as it stands. */
  private Optional<String> cast(String value) {
    String type = MODIFIER.matcher(target.type().name().sql()).replaceFirst("");
    return value.equals(column()) ? Optional.empty() : Optional.of(value + "::" + type);
  }
}
