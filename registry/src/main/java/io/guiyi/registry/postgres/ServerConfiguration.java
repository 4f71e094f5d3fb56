package io.guiyi.registry.postgres;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The server's two configuration files, written afresh at every start: what the hub's version says
 * is what runs, on old data too.
 *
 * @param port on the loopback address
 * @param sharedBuffersMb see {@link PostgresSettings}
 * @param log the folder of the log files
 */
record ServerConfiguration(int port, int sharedBuffersMb, Path log) {

  /** Loopback only and by password only, the superuser included. Nothing is trusted. */
  private static final String HOST_BASED_AUTHENTICATION =
      """
      # Written by the hub at every start.
      # type  database  user  address       method
      host    all       all   127.0.0.1/32  scram-sha-256
      """;

  private static final String ALWAYS =
      """
      # Written by the hub at every start.

      # --- who reaches it: this machine, over one port, with a password
      listen_addresses = '127.0.0.1'
      # No socket file: its path may not exceed 107 bytes, and /tmp is not ours.
      unix_socket_directories = ''
      password_encryption = scram-sha-256
      max_connections = 50
      # A killed hub's statement ends within a second, not when it has run to its end.
      client_connection_check_interval = 1s

      # --- a commit is a promise (DurabilityCheck asks again at every start)
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      allow_alter_system = off

      # --- two cores, bulk inserts
      effective_cache_size = 1GB
      work_mem = 16MB
      maintenance_work_mem = 128MB
      # Few, long checkpoints: after each one every page touched is written whole to the log again.
      max_wal_size = 2GB
      min_wal_size = 256MB
      checkpoint_timeout = 10min
      wal_compression = pglz
      wal_buffers = 16MB
      # The hub's statements are short; compiling them costs more than it saves.
      jit = off
      max_parallel_workers_per_gather = 1

      # --- the same answers everywhere
      timezone = 'UTC'
      log_timezone = 'UTC'
      datestyle = 'iso, ymd'
      lc_messages = 'C'
      default_text_search_config = 'pg_catalog.simple'

      # --- no personal value reaches the log
      # An error's text can quote a value ("invalid input syntax ..."), so errors go to the client
      # alone: the level "log" keeps the server's own notes and what is worse than an error.
      log_min_messages = log
      log_min_error_statement = panic
      # No DETAIL lines ("Key (name)=(...) already exists").
      log_error_verbosity = terse
      log_statement = none
      log_min_duration_statement = -1
      log_min_duration_sample = -1
      log_transaction_sample_rate = 0
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_lock_waits = off
      log_checkpoints = off

      # --- one file per weekday, each emptied when its day comes again
      logging_collector = on
      log_destination = 'stderr'
      log_filename = 'postgresql-%a.log'
      log_file_mode = 0600
      log_rotation_age = 1d
      log_rotation_size = 0
      log_truncate_on_rotation = on
      log_line_prefix = '%m [%p] '
      """;

  /** Writes both files into the cluster. */
  void writeTo(PostgresHome home) throws IOException {
    home.write(home.data().resolve("postgresql.conf"), text());
    home.write(home.data().resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
  }

  /** The text of {@code postgresql.conf}. */
  String text() {
    return ALWAYS
        + """

        # --- this server
        port = %d
        shared_buffers = %dMB
        log_directory = '%s'
        """
            .formatted(port, sharedBuffersMb, log.toString().replace("'", "''"));
  }
}
