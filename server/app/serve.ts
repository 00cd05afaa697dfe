import type { Server } from 'node:http';
import path from 'node:path';
import { serve as listen } from '@hono/node-server';
import { authenticateToken } from '../modules/access/api-tokens.ts';
import { setAppOrigin } from '../modules/access/links.ts';
import { authenticate } from '../modules/access/sessions.ts';
import { setPublicOrigin } from '../modules/articles/public-address.ts';
import { servePortal } from '../modules/portal/portal.pages.ts';
import type { Config } from '../platform/config.ts';
import { answers, type Connection, connect } from '../platform/database/connect.ts';
import { migrationsCurrent } from '../platform/database/current.ts';
import { startEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { useOutgoing } from '../platform/fetch/fetch.ts';
import { folderStore } from '../platform/files/folder-store.ts';
import { fileStore, useFileStore } from '../platform/files/store.ts';
import { canStore, healthRoutes } from '../platform/health.ts';
import { createHttp } from '../platform/http.ts';
import { startJobs } from '../platform/jobs.ts';
import { startLive } from '../platform/live.ts';
import { log } from '../platform/log.ts';
import { startLoops } from '../platform/loops.ts';
import { useMail } from '../platform/mail.ts';
import { observeRequest, startMetrics } from '../platform/metrics.ts';
import { stopInOrder } from '../platform/stop.ts';
import { useCatalogue } from '../platform/texts.ts';
import type { Db } from '../platform/tx.ts';
import { catalogue } from './catalogue.ts';
import { firstSteps } from './first-steps.ts';
import { routesFor } from './routes.ts';
import { serveAdmin } from './static.ts';
import { declareJobs } from './subscriptions.ts';

/** Starts everything a process needs, in the order in which it is needed, and stops it in the opposite one. */
export async function serve(
  config: Config,
  checkout: string,
  admin: string = path.join(checkout, 'admin/dist'),
): Promise<void> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ checkout });
  const url = config.databaseUrl ?? embedded!.url();
  const { roles } = await migrate(url);
  if (config.mode === 'production' && !config.smtpUrl)
    log.warn('SMTP_URL is not set: letters with one-time links are written into DATA_DIR/mail and leave for nobody');
  if (!roles.app) log.warn('the roles lantoa_app and lantoa_portal could not be made: everything runs as the owner');
  const connection = connect({ url, role: roles.app, max: config.poolSize });
  const { db, close } = connection;
  const portal = connect({ url, role: roles.portal, max: 4, name: 'lantoa portal' });
  useCatalogue(catalogue);
  useFileStore(await folderStore(path.join(config.dataDir, 'files')));
  useMail({ from: config.mailFrom, smtpUrl: config.smtpUrl, folder: path.join(config.dataDir, 'mail') });
  setAppOrigin(config.adminOrigin);
  setPublicOrigin(config.portalOrigin ?? config.adminOrigin);
  useOutgoing({ allowed: config.fetchAllow });
  declareJobs(config);
  startMetrics(connection.pool);
  const jobs = await startJobs(url, db, { work: config.role !== 'web', role: roles.app });
  const live = await startLive(url, roles.app);
  const drain = new AbortController();
  const server = await open(config, { admin, portal: portal.db }, connection, drain.signal);
  await firstSteps(config, db);
  // What is due to the second does not wait for a connection behind the jobs.
  const punctual = connect({ url, role: roles.app, max: 2, name: 'lantoa loops' });
  const loops = config.role === 'web' ? { stop: async () => {} } : startLoops(punctual.db);
  const after = [
    { name: 'loops', stop: loops.stop },
    { name: 'jobs', stop: jobs.stop },
    { name: 'live', stop: live.stop },
    { name: 'portal', stop: portal.close },
    { name: 'loops’ pool', stop: punctual.close },
    { name: 'pool', stop: close },
    ...(embedded ? [{ name: 'database', stop: embedded.stop }] : []),
  ];
  onStop(async () => process.exit((await stopInOrder({ drain, server, after })) ? 0 : 1));
}

/**
 * How long a caller may take to say what they want: slow lines send their heads in seconds, and an upload that is cut
 * off goes on from where it stood. A proxy in front keeps idle connections for a minute.
 */
const patience = { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 };

interface Faces {
  /** Folder of the built admin app. */
  admin: string;
  /** As the portal's role: it reads what is public and nothing else. */
  portal: Db;
}

async function open(config: Config, faces: Faces, { db, pool }: Connection, stopping: AbortSignal): Promise<Server> {
  const clock = () => new Date();
  const app = createHttp({
    routes: routesFor(config),
    db,
    checkOutput: config.mode === 'demo',
    stopping,
    origins: config.origins,
    proxies: config.trustedProxies,
    authenticate: (token, visitor) => authenticate(db, token, visitor),
    authenticateKey: (key, visitor) => authenticateToken(db, key, visitor),
    clock,
    observe: observeRequest,
  });
  app.route(
    '/',
    healthRoutes({
      checks: {
        database: () => answers(pool),
        migrations: migrationsCurrent(db),
        files: canStore(fileStore()),
      },
      stopping,
      metricsToken: config.metricsToken,
      clock,
    }),
  );
  if (config.role !== 'worker') {
    serveAdmin(app, faces.admin);
    servePortal(app, { db: faces.portal, origin: config.portalOrigin ?? config.adminOrigin });
  }
  return await new Promise<Server>((resolve, reject) => {
    const where = { port: config.port, hostname: config.host };
    const server = listen({ fetch: app.fetch, ...where, serverOptions: patience }, () =>
      resolve(server as Server),
    ) as Server;
    server.once('error', reject);
  });
}

function onStop(stop: () => Promise<never>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stopping) void stop();
      stopping = true;
    });
  }
}
