import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../schema.ts';

export type ConnectOptions = {
  /** postgres://… of the owner or of any login that may take on `role`. */
  readonly url: string;
  /** Role every connection takes on (`lantoa_app`, `lantoa_portal`); undefined stays what the address logs in as. */
  readonly role?: string | undefined;
  /** Most connections at once. */
  readonly max?: number;
  /** Name shown in pg_stat_activity. */
  readonly name?: string;
};

/** One pool, twice: typed (`db`) and bare (`pool`, for LISTEN, COPY and pg-boss). */
export type Connection = { readonly db: Kysely<DB>; readonly pool: pg.Pool; close(): Promise<void> };

const OID = { int8: 20, int8Array: 1016, date: 1082, dateArray: 1182, numericArray: 1231, textArray: 1009 };

/**
 * How values arrive: `date` as 'YYYY-MM-DD' (pg would make a local midnight, a day off in JSON), bigint as a number
 * (ours stay below 2^53), numeric as a string, timestamptz as a Date. Kept to our own pools: nothing global is changed.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === OID.date) return (text: string) => text;
    if (oid === OID.int8) return Number;
    if (oid === OID.dateArray || oid === OID.numericArray) return pg.types.getTypeParser(OID.textArray);
    if (oid === OID.int8Array) return numbers;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

function numbers(text: string): (number | null)[] {
  const parts = pg.types.getTypeParser(OID.textArray)(text) as unknown as (string | null)[];
  return parts.map((part) => (part === null ? null : Number(part)));
}

/** Opens a pool; no connection is made before the first query. */
export function connect(options: ConnectOptions): Connection {
  const pool = new pg.Pool({
    connectionString: addressWith(options.url, sessionOptions(options.role)),
    max: options.max ?? 16,
    application_name: options.name ?? 'lantoa',
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    types,
  });
  // An idle connection that dies (the server restarts) must not end the process: the next query opens another.
  pool.on('error', () => {});
  // One that dies in the middle of a transaction says so on its own as well; its query is refused, that is enough.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

function sessionOptions(role: string | undefined): string {
  const settings = ['statement_timeout=15s', 'idle_in_transaction_session_timeout=30s', 'timezone=UTC'];
  if (role) settings.push(`role=${role}`);
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/** What stands in the address wins over a pool's own options, so ours are added to those that are there. */
function addressWith(url: string, options: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', given ? `${given} ${options}` : options);
  return address.href;
}

/** True where the database answers. */
export const answers = async (pool: pg.Pool): Promise<boolean> => (await pool.query('select 1')).rowCount === 1;
