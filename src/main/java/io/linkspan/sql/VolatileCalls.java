package io.linkspan.sql;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Calls of functions that change something outside of the query, or give another result each time
 * (manual, "Functions and Operators": sequences, random, session, system administration, dblink).
 */
final class VolatileCalls {
  private static final Pattern NAMES =
      Pattern.compile(
          "nextval|setval|currval|lastval|random|random_normal|setseed|gen_random_uuid|uuid_generate_.*"
              + "|uuidv[47]|clock_timestamp|timeofday|pg_sleep.*|set_config|dblink.*|lo_.*|loread"
              + "|lowrite|query_to_xml.*|cursor_to_xml.*|txid_current|pg_current_xact_id"
              + "|pg_(try_)?advisory_.*|pg_terminate_.*|pg_cancel_.*|pg_reload_conf|pg_rotate_.*"
              + "|pg_switch_wal|pg_create_.*|pg_drop_.*|pg_promote|pg_backup_.*|pg_start_backup"
              + "|pg_stop_backup|pg_notify|pg_import_.*|pg_export_snapshot|pg_log_.*|pg_read_.*"
              + "|pg_file_.*|pg_wal_replay_.*|pg_replication_.*|pg_logical_.*|pg_stat_reset.*"
              + "|pg_extension_config_dump|pg_restore_.*|pg_clear_.*");

  private VolatileCalls() {}

  static List<FunctionCall> in(List<SqlToken> tokens) {
    return FunctionCalls.in(tokens).stream()
        .filter(call -> NAMES.matcher(call.name().name().name()).matches())
        .toList();
  }
}
