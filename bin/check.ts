/** npm run check: types, lint, rules and unit tests; what everybody runs before a commit. */
import path from 'node:path';
import { checkParts } from './check-parts.ts';
import { conclude, runTogether } from './parts.ts';

process.exitCode = conclude(await runTogether(checkParts(path.resolve(import.meta.dirname, '..'))));
