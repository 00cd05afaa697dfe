import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { databaseAccount } from './account.ts';
import { findBinaries, locatePackage, program } from './binaries.ts';
import { throwawayParents } from './folders.ts';

const account = databaseAccount();
const root = fs.mkdtempSync(path.join(throwawayParents(account).at(-1)!, 'lantoa-binaries-'));
fs.chmodSync(root, 0o755);
after(() => fs.rmSync(root, { recursive: true, force: true }));

/** A copy of the installed package as npm leaves it when it may not run scripts: without the library links. */
function unlinkedCopy(name: string, mode: number): { native: string; version: string } {
  const { native, version } = locatePackage();
  const copy = path.join(root, name, 'native');
  fs.cpSync(native, copy, { recursive: true, filter: (file) => !fs.lstatSync(file).isSymbolicLink() });
  fs.chmodSync(path.join(root, name), mode);
  return { native: copy, version };
}

const version = (file: string) => spawnSync(file, ['--version'], { ...account, cwd: '/', encoding: 'utf8' }).stdout;

test('the links that a blocked install script did not make are made', () => {
  const installed = unlinkedCopy('blocked', 0o755);
  const found = findBinaries(account, path.join(root, 'unused'), installed);
  assert.equal(found.root, installed.native);
  assert.equal(found.major, 18);
  assert.match(version(program(found, 'initdb')), /PostgreSQL\) 18/);
});

test('programs in a closed home serve their owner; for the account that root borrows they are laid down elsewhere', () => {
  const installed = unlinkedCopy('home', 0o700);
  const found = findBinaries(account, path.join(root, 'reachable'), installed);
  assert.ok(found.root.startsWith(account ? path.join(root, 'reachable') : installed.native));
  assert.match(version(program(found, 'postgres')), /PostgreSQL\) 18/);
  assert.equal(findBinaries(account, path.join(root, 'reachable'), installed).root, found.root);
});
