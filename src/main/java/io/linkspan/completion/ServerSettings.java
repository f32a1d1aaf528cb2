package io.linkspan.completion;

import java.util.List;

/** Settings of a server that people set and look at (manual, chapter 20). */
final class ServerSettings {
  private ServerSettings() {}

  static List<String> names() {
    return List.of(
        ("search_path statement_timeout lock_timeout idle_in_transaction_session_timeout work_mem"
                + " maintenance_work_mem TimeZone DateStyle client_encoding application_name role"
                + " session_replication_role synchronous_commit transaction_isolation"
                + " default_transaction_isolation default_transaction_read_only"
                + " transaction_read_only constraints enable_seqscan enable_indexscan"
                + " enable_hashjoin enable_mergejoin enable_nestloop jit random_page_cost"
                + " effective_cache_size shared_buffers max_connections server_version"
                + " server_version_num server_encoding lc_messages log_statement"
                + " log_min_duration_statement client_min_messages row_security temp_file_limit"
                + " temp_buffers max_parallel_workers_per_gather extra_float_digits bytea_output"
                + " IntervalStyle standard_conforming_strings default_tablespace"
                + " temp_tablespaces wal_level max_wal_size checkpoint_timeout autovacuum"
                + " data_directory config_file hba_file port listen_addresses ssl"
                + " shared_preload_libraries plan_cache_mode hash_mem_multiplier"
                + " join_collapse_limit from_collapse_limit geqo track_io_timing")
            .split(" "));
  }
}
