import path from 'node:path';
import { startThrowaway } from '#platform/database/throwaway.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

/** The PostgreSQL that tests of this process use. */
export type TestServer = { url(database: string): string; readonly maintenanceUrl: string };

let server: Promise<TestServer> | undefined;

/**
 * One server per process: the one named by TEST_DATABASE_URL (the test command hands its own on to its parts that way),
 * else an embedded one that is started now and goes with the process.
 */
export function testServer(): Promise<TestServer> {
  server ??= process.env.TEST_DATABASE_URL ? Promise.resolve(existing(process.env.TEST_DATABASE_URL)) : started();
  return server;
}

async function started(): Promise<TestServer> {
  const embedded = await startThrowaway(CHECKOUT);
  return { url: embedded.url, maintenanceUrl: embedded.url('postgres') };
}

function existing(maintenanceUrl: string): TestServer {
  const url = (database: string) => {
    const address = new URL(maintenanceUrl);
    address.pathname = `/${database}`;
    return address.href;
  };
  return { url, maintenanceUrl };
}
