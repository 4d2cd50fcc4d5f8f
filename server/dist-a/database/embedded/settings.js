'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.settings = settings;
/** PostgreSQL's settings, given at every start so that a newer release of the server brings its own. */
function settings(port, durable) {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    // No socket file: its path would have to stay below 100 characters.
    unix_socket_directories: '',
    cluster_name: 'modelgraph',
    max_connections: 200,
    shared_buffers: durable ? '256MB' : '128MB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    // Files of at most 10 MB whose number log-files.ts bounds. Terse and without statements: no user data in them.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%Y%m%d-%H%M%S.log',
    log_rotation_size: '10MB',
    log_rotation_age: 0,
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
//# sourceMappingURL=settings.js.map
