import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;
const MODULE = new URL('./install.mjs', import.meta.url).href;
const { isInstalled, sameVersions } = (await import(MODULE)) as {
  isInstalled(checkout: string): boolean;
  sameVersions(wanted: Packages, found: Packages): boolean;
};

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-install-'));
after(() => fs.rmSync(root, { recursive: true, force: true }));

/** A working copy with this lock file, in which npm says that it has installed `found`. */
function checkout(name: string, wanted: Packages, found: Packages | undefined): string {
  const folder = path.join(root, name);
  fs.mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (found)
    fs.writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: found }));
  return folder;
}

const a = { version: '1.0.0', integrity: 'sha512-a' };

test("only other systems' packages may be missing", () => {
  const optional = { version: '1.0.0', optional: true };
  assert.equal(
    sameVersions({ '': {}, 'node_modules/a': a, 'node_modules/other-system': optional }, { 'node_modules/a': a }),
    true,
  );
  assert.equal(sameVersions({ 'node_modules/a': a }, {}), false);
  assert.equal(sameVersions({ 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } }), false);
  assert.equal(sameVersions({ 'node_modules/a': a }, { 'node_modules/a': { ...a, integrity: 'sha512-b' } }), false);
});

test('what somebody installed by hand is taken as it is, and remembered', () => {
  const folder = checkout('by-hand', { 'node_modules/a': a }, { 'node_modules/a': a });
  assert.equal(isInstalled(folder), true);
  fs.writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), '{}');
  assert.equal(isInstalled(folder), true);
});

test('a changed lock file and an empty folder are not installed', () => {
  const folder = checkout('changed', { 'node_modules/a': a }, { 'node_modules/a': a });
  assert.equal(isInstalled(folder), true);
  checkout('changed', { 'node_modules/a': { ...a, version: '2.0.0' } }, undefined);
  assert.equal(isInstalled(folder), false);
  assert.equal(isInstalled(checkout('empty', { 'node_modules/a': a }, undefined)), false);
});

test('an installation that fails ends with a sentence, and leaves no claim behind', () => {
  const folder = checkout('fails', { 'node_modules/a': a }, undefined);
  const npm = path.join(root, 'npm-cli.js');
  fs.writeFileSync(npm, `console.error('npm error network'); process.exit(9);`);
  const code = `import { ensureInstalled } from ${JSON.stringify(MODULE)}; ensureInstalled(${JSON.stringify(folder)});`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npm },
  });
  assert.equal(run.status, 9);
  assert.match(run.stderr, /npm error network\nCài đặt không xong/);
  assert.deepEqual(fs.readdirSync(path.join(folder, 'var')), []);
});

test('a lock file that a partial mirror cannot complete is installed from all the same', () => {
  const folder = checkout('partial', { 'node_modules/a': a }, undefined);
  const npm = path.join(root, 'partial', 'npm-cli.js');
  fs.writeFileSync(
    npm,
    `if (process.argv[2] === 'ci') { console.error('npm error code EUSAGE'); process.exit(1); }
    process.exit(process.argv.includes('--no-save') && process.argv.includes('--include=dev') ? 0 : 1);`,
  );
  const code = `import { ensureInstalled } from ${JSON.stringify(MODULE)}; process.exitCode = ensureInstalled(${JSON.stringify(folder)}) ? 0 : 1;`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npm },
  });
  assert.equal(run.status, 0, run.stderr);
  assert.doesNotMatch(run.stderr, /EUSAGE/);
});
