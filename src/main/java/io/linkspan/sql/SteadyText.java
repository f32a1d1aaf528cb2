package io.linkspan.sql;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a condition gives the same answer for a row in every session that reads the same
 * snapshot. Only then may a copy be cut into pieces that several sessions read.
 */
public final class SteadyText {
  /** Words that stand for the time of the session's transaction, also inside a literal. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\b(now|today|tomorrow|yesterday|current_\\w+|local_?time\\w*|session_user|user)\\b");

  /** Functions that depend on their arguments alone, or on settings that every link has alike. */
  private static final Set<String> STEADY =
      Set.of(
          "abs",
          "array_length",
          "array_position",
          "ascii",
          "bit_length",
          "btrim",
          "cardinality",
          "ceil",
          "ceiling",
          "char_length",
          "character_length",
          "chr",
          "coalesce",
          "concat",
          "concat_ws",
          "date",
          "date_part",
          "date_trunc",
          "div",
          "encode",
          "exists",
          "extract",
          "floor",
          "greatest",
          "hashtext",
          "hashtextextended",
          "initcap",
          "json_array_length",
          "jsonb_array_length",
          "jsonb_exists",
          "jsonb_extract_path_text",
          "left",
          "length",
          "lower",
          "lpad",
          "ltrim",
          "make_date",
          "md5",
          "mod",
          "nullif",
          "least",
          "octet_length",
          "overlay",
          "position",
          "power",
          "regexp_replace",
          "regexp_match",
          "regexp_like",
          "repeat",
          "replace",
          "reverse",
          "right",
          "round",
          "row",
          "rpad",
          "rtrim",
          "sign",
          "split_part",
          "sqrt",
          "starts_with",
          "strpos",
          "substr",
          "substring",
          "to_char",
          "to_date",
          "to_number",
          "to_timestamp",
          "translate",
          "trim",
          "trunc",
          "upper");

  private SteadyText() {}

  /** Whether the condition is one of these; a call that is not known is none. */
  public static boolean steady(String condition) {
    return !TIME.matcher(condition).find()
        && ExpressionText.parse(condition)
            .value()
            .filter(text -> !text.subquery() && !text.byTokens())
            .filter(text -> text.functions().stream().allMatch(SteadyText::isSteady))
            .isPresent();
  }

  /** Whether the function is PostgreSQL's own and depends on its arguments alone. */
  static boolean isSteady(FunctionCall call) {
    boolean own =
        call.name().schema().map(schema -> schema.name().equals("pg_catalog")).orElse(true);
    return own && STEADY.contains(call.name().name().name());
  }
}
