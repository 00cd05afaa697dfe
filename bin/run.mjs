#!/usr/bin/env node
// node bin/run.mjs SCRIPT [ARGUMENTS]: installs if needed, then runs a script of ours with the local Node.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { become } from './local-node.mjs';

const checkout = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('node bin/run.mjs bin/test.ts …');
  process.exit(2);
}
ensureInstalled(checkout);
become(checkout, script, args);
