import os from 'node:os';

const MIB = 1024 * 1024;

/**
 * Server settings for a machine that also runs the application: an eighth of the memory for the cache, within bounds.
 * Everything that guards data (fsync, full page writes, checksums) stays as PostgreSQL ships it.
 */
export function serverSettings(totalBytes: number = os.totalmem()): Record<string, string> {
  const total = Math.floor(totalBytes / MIB);
  return {
    ...common,
    max_connections: '100',
    shared_buffers: `${clamp(Math.floor(total / 8), 64, 512)}MB`,
    effective_cache_size: `${clamp(Math.floor(total / 2), 256, 16384)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${clamp(Math.floor(total / 16), 64, 512)}MB`,
    random_page_cost: '1.1',
    wal_compression: 'on',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    idle_in_transaction_session_timeout: '5min',
    log_min_duration_statement: '2s',
    // Bound values may hold personal data: statements are logged without them.
    log_parameter_max_length: '0',
  };
}

/** For databases that are thrown away: nothing waits for the disk, and nothing runs by itself in the background. */
export function throwawaySettings(): Record<string, string> {
  return {
    ...common,
    max_connections: '400',
    shared_buffers: '128MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '256MB',
    // An autovacuum worker inside the template database would hold up `create database`.
    autovacuum: 'off',
  };
}

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  // Compiling plans costs more than our short statements take.
  jit: 'off',
};

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
