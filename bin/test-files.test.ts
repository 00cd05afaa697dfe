import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { shared, testFiles } from './test-files.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-tests-'));
after(() => fs.rmSync(root, { recursive: true, force: true }));

const tree: Record<string, string> = {
  'lib/dates.test.ts': `import './dates.ts';`,
  'server/app/rules.test.ts': '',
  'server/app/testing/server.ts': '',
  'server/app/testing/sector.ts': `export { x } from './server.ts';`,
  'server/modules/plans/plans.test.ts': `import { sector } from '#app/testing/sector.ts';`,
  'server/modules/plans/plans.policy.test.ts': `import type { Sector } from '#app/testing/sector.ts';`,
  'server/platform/database/embedded.ts': '',
  'server/platform/database/embedded.test.ts': `import './embedded.ts';`,
  'admin/ui/field.test.ts': '',
  'e2e/plan.journey.ts': `import '../server/app/testing/server.ts';`,
};
for (const [file, text] of Object.entries(tree)) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

test('tests are sorted by what they need, found over what they load', () => {
  assert.deepEqual(testFiles(root), {
    rules: ['server/app/rules.test.ts'],
    unit: ['lib/dates.test.ts', 'server/modules/plans/plans.policy.test.ts', 'admin/ui/field.test.ts'],
    database: ['server/modules/plans/plans.test.ts', 'server/platform/database/embedded.test.ts'],
    journeys: ['e2e/plan.journey.ts'],
  });
});

test('a path, a folder or a word chooses among them', () => {
  const names = (...wanted: string[]) => Object.values(testFiles(root, wanted)).flat();
  assert.deepEqual(names('server/modules/plans'), [
    'server/modules/plans/plans.policy.test.ts',
    'server/modules/plans/plans.test.ts',
  ]);
  assert.deepEqual(names('./lib/dates.test.ts'), ['lib/dates.test.ts']);
  assert.deepEqual(names('embedded'), ['server/platform/database/embedded.test.ts']);
  assert.deepEqual(names('e2e', 'rules'), ['server/app/rules.test.ts', 'e2e/plan.journey.ts']);
  assert.deepEqual(names('nothing-like-it'), []);
});

test('every file goes to exactly one process', () => {
  const files = Object.keys(tree);
  const parts = shared(root, files, 3);
  assert.deepEqual(parts.flat().sort(), [...files].sort());
  assert.equal(parts.length, 3);
  assert.equal(shared(root, files.slice(0, 1), 2).length, 1);
});
