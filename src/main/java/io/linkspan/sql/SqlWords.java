package io.linkspan.sql;

import java.util.Set;

/** Key words by what they can stand for (manual, appendix C, PostgreSQL 13 to 18). */
public final class SqlWords {
  /** Reserved words: never a column, an alias without AS, or a function. */
  private static final Set<String> RESERVED =
      words(
          "all analyse analyze and any array as asc asymmetric both case cast check collate column"
              + " constraint create default deferrable desc distinct do else end except false fetch"
              + " for foreign from grant group having in initially intersect into lateral leading"
              + " limit not null offset on only or order placing primary references returning select"
              + " some symmetric table then to trailing true union unique using variadic when where"
              + " window with");

  /** Values that are spelled as a bare word. */
  private static final Set<String> VALUES =
      words(
          "current_catalog current_date current_role current_schema current_time current_timestamp"
              + " current_user localtime localtimestamp session_user system_user user true false"
              + " null");

  /** Words that join tables or operands, which may also name a function. */
  private static final Set<String> JOINING =
      words(
          "authorization binary collation concurrently cross freeze full ilike inner is isnull join"
              + " left like natural notnull outer overlaps right similar tablesample verbose");

  /** Words before a parenthesis that begin no function call. */
  private static final Set<String> NOT_CALLED =
      words(
          "values row over filter between exists bit char character dec decimal float nchar numeric"
              + " time timestamp varchar interval precision setof materialized by is like ilike"
              + " similar overlaps");

  private static final Set<String> AGGREGATES =
      words(
          "any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or count every json_agg"
              + " json_agg_strict json_arrayagg json_object_agg json_objectagg jsonb_agg"
              + " jsonb_object_agg jsonb_agg_strict max min range_agg range_intersect_agg string_agg"
              + " sum xmlagg corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept"
              + " regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp"
              + " variance var_pop var_samp mode percentile_cont percentile_disc");

  private SqlWords() {}

  /** Whether the word cannot name a column or stand as an alias without AS. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word) || VALUES.contains(word) || JOINING.contains(word);
  }

  /** Whether the bare word is a value, such as {@code current_date}. */
  public static boolean isValue(String word) {
    return VALUES.contains(word);
  }

  /** Whether a bracket after the word begins a call. */
  public static boolean isCallable(String word) {
    return !RESERVED.contains(word) && !NOT_CALLED.contains(word);
  }

  static boolean isAggregate(String function) {
    return AGGREGATES.contains(function);
  }

  private static Set<String> words(String spaced) {
    return Set.of(spaced.split(" "));
  }
}
