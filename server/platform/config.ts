import path from 'node:path';
import * as z from 'zod';

/** Every setting on one screen: environment variable, meaning, check, default. A bad value stops the start with a sentence. */
export const settings = {
  DATABASE_URL: {
    about: 'Owner connection to PostgreSQL 15 or later; empty starts the embedded one (demo)',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  },
  HOST: { about: 'Address to listen on; demo mode accepts loopback only', schema: z.string().default('127.0.0.1') },
  PORT: { about: 'Port to listen on', schema: z.coerce.number().int().min(1).max(65535).default(8420) },
  ADMIN_ORIGIN: {
    about: 'Origin of the admin app and API, e.g. https://quantri.example.vn',
    schema: z.url().optional(),
  },
  PORTAL_ORIGIN: { about: 'Origin of the public portals; must differ from ADMIN_ORIGIN', schema: z.url().optional() },
  DATA_DIR: { about: 'Folder for files, mail (demo) and the embedded database', schema: z.string().default('var') },
  SMTP_URL: {
    about: 'smtp(s)://user:password@host:port for mail; empty writes mail into DATA_DIR/mail',
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
  },
  MAIL_FROM: { about: 'Sender of mail', schema: z.string().default('Lan Tỏa <no-reply@lantoa.invalid>') },
  ROLE: { about: 'web, worker or both', schema: z.enum(['web', 'worker', 'both']).default('both') },
  METRICS_TOKEN: {
    about: 'Bearer token that opens /metrics; empty opens it to loopback only',
    schema: z.string().min(16).optional(),
  },
  POOL_SIZE: { about: 'Database connections per process', schema: z.coerce.number().int().min(2).max(200).default(16) },
} as const;

export interface Config {
  mode: 'demo' | 'production';
  databaseUrl: string | undefined;
  host: string;
  port: number;
  adminOrigin: string;
  portalOrigin: string | undefined;
  dataDir: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  role: 'web' | 'worker' | 'both';
  metricsToken: string | undefined;
  poolSize: number;
}

export class BadConfig extends Error {}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the settings; throws BadConfig with one sentence for each wrong value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const shape = z.object(
    Object.fromEntries(Object.entries(settings).map(([k, s]) => [k, s.schema])) as {
      [K in keyof typeof settings]: (typeof settings)[K]['schema'];
    },
  );
  const given = Object.fromEntries(Object.keys(settings).map((k) => [k, env[k] === '' ? undefined : env[k]]));
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new BadConfig(
      parsed.error.issues
        .map((i) => `${i.path.join('.')}: ${i.message} (${settings[i.path[0] as keyof typeof settings].about})`)
        .join('\n'),
    );
  const v = parsed.data;
  const mode = v.DATABASE_URL ? 'production' : 'demo';
  if (mode === 'demo' && !loopback.has(v.HOST))
    throw new BadConfig(`HOST=${v.HOST}: demo mode listens on loopback only; set DATABASE_URL to serve a network`);
  if (mode === 'production') checkOrigins(v.ADMIN_ORIGIN, v.PORTAL_ORIGIN);
  return {
    mode,
    databaseUrl: v.DATABASE_URL,
    host: v.HOST,
    port: v.PORT,
    adminOrigin: v.ADMIN_ORIGIN
      ? new URL(v.ADMIN_ORIGIN).origin
      : `http://${v.HOST === '::1' ? '[::1]' : v.HOST}:${v.PORT}`,
    portalOrigin: v.PORTAL_ORIGIN ? new URL(v.PORTAL_ORIGIN).origin : undefined,
    dataDir: path.resolve(v.DATA_DIR),
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    role: v.ROLE,
    metricsToken: v.METRICS_TOKEN,
    poolSize: v.POOL_SIZE,
  };
}

/** Pages of many editors must never share an origin with the admin cookie. */
function checkOrigins(admin: string | undefined, portal: string | undefined): void {
  if (!admin || !portal) throw new BadConfig('ADMIN_ORIGIN and PORTAL_ORIGIN are required with DATABASE_URL');
  if (new URL(admin).origin === new URL(portal).origin)
    throw new BadConfig('ADMIN_ORIGIN and PORTAL_ORIGIN must differ');
}
