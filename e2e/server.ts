import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../server/app/serve.ts';
import { readConfig } from '../server/platform/config.ts';
import { startThrowaway } from '../server/platform/database/throwaway.ts';

/** The server as a demo; database and files go away with it: node e2e/server.ts PORT [folder of the built admin app] */
const checkout = path.resolve(import.meta.dirname, '..');
const [port = '8480', admin] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'lantoa-e2e-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const database = await startThrowaway(checkout);
// A story may have a newspaper of its own on this machine; nothing else inside is reached.
const { FETCH_ALLOW } = process.env;
const demo = readConfig({ PORT: port, DATA_DIR: folder, FETCH_ALLOW });
await serve({ ...demo, databaseUrl: database.url() }, checkout, admin);
console.log('READY');
