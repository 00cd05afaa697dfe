#!/usr/bin/env node
// npm start: installs if needed, builds the admin app if it is stale, then runs the server with the local Node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { become, localNode } from './local-node.mjs';

const checkout = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
ensureInstalled(checkout);
const build = spawnSync(localNode(checkout), [path.join(checkout, 'bin', 'build.ts')], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (build.status !== 0) process.exit(build.status ?? 1);
become(checkout, 'server/app/main.ts', process.argv.slice(2));
