import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { processIdentity } from './process-identity.ts';
import { withStartLock } from './start-lock.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-lock-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

test('work under one lock is done one after the other', async () => {
  const file = path.join(folder, 'turns');
  let inside = 0;
  const work = async () => {
    inside++;
    assert.equal(inside, 1);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withStartLock(file, work)));
  assert.equal(fs.existsSync(file), false);
});

test('the lock of a process that has died is taken away', async () => {
  const file = path.join(folder, 'dead');
  fs.writeFileSync(file, '4194000:1 somebody');
  assert.equal(await withStartLock(file, async () => 'done'), 'done');
});

test('a number that another process has now does not count as its holder', async () => {
  const file = path.join(folder, 'reused');
  fs.writeFileSync(file, `${process.pid}:1 somebody`);
  assert.notEqual(processIdentity(process.pid), `${process.pid}:1`);
  assert.equal(await withStartLock(file, async () => 'done'), 'done');
});

test('work that fails gives the lock back', async () => {
  const file = path.join(folder, 'fails');
  await assert.rejects(
    withStartLock(file, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(fs.existsSync(file), false);
});
