import path from 'node:path';
import { type Settings, settings } from './settings.ts';

export interface Config {
  mode: 'demo' | 'production';
  databaseUrl: string | undefined;
  host: string;
  port: number;
  adminOrigin: string;
  /** Origins whose pages may write: the admin app's own, and in demo its other names on this machine. */
  origins: readonly string[];
  portalOrigin: string | undefined;
  trustedProxies: readonly string[];
  dataDir: string;
  uploadMaxBytes: number;
  smtpUrl: string | undefined;
  mailFrom: string;
  fetchAllow: readonly string[];
  role: 'web' | 'worker' | 'both';
  metricsToken: string | undefined;
  poolSize: number;
}

/** One or more settings are wrong; the message is for whoever started the server, Vietnamese first. */
export class BadConfig extends Error {}

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];
const isLocal = (origin: string): boolean => loopback.includes(new URL(origin).hostname.replace(/^\[|\]$/g, ''));

/** Reads the settings; throws BadConfig with one sentence (Vietnamese, English) for each wrong value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const v = readSettings(env);
  const mode = v.DATABASE_URL ? 'production' : 'demo';
  if (mode === 'production') checkOrigins(v.ADMIN_ORIGIN, v.PORTAL_ORIGIN);
  else if (!loopback.includes(v.HOST)) {
    throw new BadConfig(
      `HOST=${v.HOST}: chế độ demo chỉ chạy trên chính máy này; hãy đặt DATABASE_URL để phục vụ qua mạng.\n` +
        `HOST=${v.HOST}: demo mode listens on this machine only; set DATABASE_URL to serve a network.`,
    );
  }
  if (mode === 'demo' && v.ADMIN_ORIGIN && !isLocal(v.ADMIN_ORIGIN)) {
    throw new BadConfig(
      'ADMIN_ORIGIN: chế độ demo chỉ chạy trên chính máy này; hãy đặt DATABASE_URL để phục vụ qua mạng.\n' +
        'ADMIN_ORIGIN: demo mode serves this machine only, also through a proxy; set DATABASE_URL to serve a network.',
    );
  }
  const here = (host: string) => `http://${host === '::1' ? '[::1]' : host}:${v.PORT}`;
  const adminOrigin = v.ADMIN_ORIGIN ? new URL(v.ADMIN_ORIGIN).origin : here(v.HOST);
  return {
    mode,
    databaseUrl: v.DATABASE_URL,
    host: v.HOST,
    port: v.PORT,
    adminOrigin,
    origins: mode === 'demo' ? [...new Set([adminOrigin, ...loopback.map(here)])] : [adminOrigin],
    portalOrigin: v.PORTAL_ORIGIN ? new URL(v.PORTAL_ORIGIN).origin : undefined,
    trustedProxies: v.TRUSTED_PROXIES,
    dataDir: path.resolve(v.DATA_DIR),
    uploadMaxBytes: v.UPLOAD_MAX_MB * 1024 * 1024,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    fetchAllow: v.FETCH_ALLOW,
    role: v.ROLE,
    metricsToken: v.METRICS_TOKEN,
    poolSize: v.POOL_SIZE,
  };
}

function readSettings(env: Record<string, string | undefined>): Settings {
  const wrong: string[] = [];
  const read = Object.entries(settings).map(([name, { schema, must, ...more }]) => {
    // A variable that is set to nothing counts as not set, as in `PORT= npm start`.
    const given = env[name]?.trim() || undefined;
    const parsed = schema.safeParse(given);
    if (parsed.success) return [name, parsed.data];
    const shown = 'secret' in more ? name : `${name}=${given}`;
    wrong.push(`${shown}: ${must.vi}.\n${shown}: ${must.en}.`);
    return [name, undefined];
  });
  if (wrong.length > 0) throw new BadConfig(wrong.join('\n'));
  return Object.fromEntries(read) as Settings;
}

/**
 * Pages of many editors must never share a host with the admin cookie: cookies know hosts, not ports. And outside this
 * machine a password travels over https only.
 */
function checkOrigins(admin: string | undefined, portal: string | undefined): void {
  if (!admin || !portal) {
    throw new BadConfig(
      'Cần đặt ADMIN_ORIGIN và PORTAL_ORIGIN khi có DATABASE_URL.\n' +
        'ADMIN_ORIGIN and PORTAL_ORIGIN are required with DATABASE_URL.',
    );
  }
  const [a, p] = [new URL(admin), new URL(portal)];
  const local = isLocal(a.origin);
  if (local ? a.origin === p.origin : a.hostname === p.hostname) {
    throw new BadConfig(
      'ADMIN_ORIGIN và PORTAL_ORIGIN phải ở hai tên miền khác nhau.\nADMIN_ORIGIN and PORTAL_ORIGIN must be on different hosts.',
    );
  }
  if (!local && a.protocol !== 'https:') {
    throw new BadConfig('ADMIN_ORIGIN phải bắt đầu bằng https://.\nADMIN_ORIGIN must begin with https://.');
  }
}
