import fs from 'node:fs';
import path from 'node:path';
import { installed, type Part, programPart, testPart } from './parts.ts';
import { testFiles } from './test-files.ts';

/** The quick checks: types of both projects, lint and shape, the rules over the code, the tests that need nothing. */
export function checkParts(checkout: string): Part[] {
  const tsc = installed(checkout, 'typescript', 'tsc');
  const biome = installed(checkout, '@biomejs/biome', 'biome');
  const { rules, unit } = testFiles(checkout);
  const hasAdmin = fs.existsSync(path.join(checkout, 'admin', 'tsconfig.json'));
  return [
    programPart(checkout, 'types', [tsc, '-p', 'tsconfig.json']),
    ...(hasAdmin ? [programPart(checkout, 'types of the admin app', [tsc, '-p', 'admin'])] : []),
    programPart(checkout, 'lint and shape', [biome, 'check', '--diagnostic-level=warn', '--max-diagnostics=50', '.']),
    testPart(checkout, 'rules over the code', rules),
    testPart(checkout, 'unit tests', unit),
  ];
}
