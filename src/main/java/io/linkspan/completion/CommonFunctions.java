package io.linkspan.completion;

import io.linkspan.catalog.RoutineName;
import java.util.HashMap;
import java.util.Map;

/** The server's functions that people call most, so that the hundreds of others stand behind. */
final class CommonFunctions {
  /** The rank of all others. */
  static final int NONE = Integer.MAX_VALUE;

  private static final String NAMES =
      """
      count sum max min avg now lower upper length round to_char date_trunc trim
      substring replace concat string_agg array_agg row_number date date_part age left
      right split_part md5 random gen_random_uuid generate_series unnest rank
      dense_rank lag lead first_value last_value ntile bool_and bool_or every json_agg
      jsonb_agg jsonb_build_object json_build_object to_json to_jsonb row_to_json
      jsonb_array_elements jsonb_each jsonb_set jsonb_object_keys jsonb_typeof
      jsonb_pretty to_date to_timestamp to_number make_date make_interval
      clock_timestamp abs ceil ceiling floor mod power sqrt trunc sign log ln exp pi
      btrim ltrim rtrim lpad rpad initcap reverse repeat position strpos substr
      char_length octet_length concat_ws format chr ascii translate starts_with encode
      decode regexp_replace regexp_match regexp_matches regexp_split_to_table
      regexp_split_to_array string_to_array array_to_string array_length array_append
      array_cat array_position array_remove cardinality nextval currval setval lastval
      stddev variance percentile_cont percentile_disc mode corr current_database
      current_schema current_setting set_config version pg_size_pretty
      pg_total_relation_size pg_relation_size pg_table_size pg_database_size
      pg_get_viewdef pg_get_functiondef pg_get_constraintdef pg_get_indexdef
      pg_get_serial_sequence pg_typeof pg_backend_pid pg_cancel_backend
      pg_terminate_backend pg_sleep to_tsvector to_tsquery
      """;

  private static final Map<String, Integer> RANKS = ranks();

  private CommonFunctions() {}

  private static Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new HashMap<>();
    for (String name : NAMES.strip().split("\\s+", -1)) {
      ranks.put(name, ranks.size());
    }
    return Map.copyOf(ranks);
  }

  /** Where it stands among them, the most called at 0. */
  static int rank(RoutineName routine) {
    return RANKS.getOrDefault(routine.name().name().name(), NONE);
  }
}
