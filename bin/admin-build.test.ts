import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { buildAdmin, sourceHash } from './admin-build.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-build-'));
after(() => fs.rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

test('the app is stale when something it is made of changes, and only then', () => {
  write('admin/app/main.tsx', 'a');
  write('server/modules/plans/plans.contract.ts', 'a');
  const before = sourceHash(root);
  for (const file of [
    'server/modules/plans/plans.sql.ts',
    'lib/dates.test.ts',
    'admin/dist/app.js',
    'server/platform/http.ts',
  ]) {
    write(file, 'new');
    assert.equal(sourceHash(root), before, file);
  }
  let last = before;
  for (const file of [
    'admin/app/main.tsx',
    'admin/ui/style.css',
    'lib/dates.ts',
    'server/modules/plans/plans.contract.ts',
    'package-lock.json',
  ]) {
    write(file, 'new');
    assert.notEqual(sourceHash(root), last, file);
    last = sourceHash(root);
  }
});

test('what was built from the same sources is not built again', async () => {
  assert.equal(await buildAdmin(root), 'absent');
  write('admin/index.html', '<!doctype html>');
  write('admin/dist/built-from', sourceHash(root));
  assert.equal(await buildAdmin(root), 'fresh');
});

test('a build that fails leaves the last one in place', async () => {
  write('admin/dist/index.html', 'the last one');
  write('admin/index.html', '<!doctype html><!-- changed, and there is no vite here -->');
  await assert.rejects(buildAdmin(root));
  assert.equal(fs.readFileSync(path.join(root, 'admin/dist/index.html'), 'utf8'), 'the last one');
});
