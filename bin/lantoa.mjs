#!/usr/bin/env node
// `lantoa COMMAND …` from any Node 18 or later: runs bin/lantoa.ts here if this Node can, else with the installed one.
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { become, isNewEnough } from './local-node.mjs';

// npx starts a link to this file: modules are found from where the file really is.
const checkout = path.dirname(path.dirname(fs.realpathSync(fileURLToPath(import.meta.url))));
// Compiled code is kept between calls; an unwritable folder only means that nothing is kept.
process.env.NODE_COMPILE_CACHE ??= path.join(checkout, 'var', 'compiled');
if (isNewEnough(process.versions.node)) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import('./lantoa.ts');
} else become(checkout, path.join('bin', 'lantoa.ts'), process.argv.slice(2));
