import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { BadConfig, readConfig } from './config.ts';

const production = {
  DATABASE_URL: 'postgres://owner:bi-mat@db.example:5432/lantoa',
  ADMIN_ORIGIN: 'https://quantri.example',
  PORTAL_ORIGIN: 'https://truyenthong.example',
};

const saidOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof BadConfig);
    return error.message;
  }
  return assert.fail('nothing was refused');
};

describe('settings', () => {
  test('without any, a demo runs on this machine', () => {
    const config = readConfig({});
    assert.equal(config.mode, 'demo');
    assert.equal(config.adminOrigin, 'http://127.0.0.1:8420');
    assert.equal(config.dataDir, path.resolve('var'));
    assert.equal(config.uploadMaxBytes, 50 * 1024 * 1024);
    assert.deepEqual(config.trustedProxies, ['127.0.0.1', '::1']);
  });

  test('in demo the pages may write under each name of this machine', () => {
    assert.deepEqual(readConfig({ HOST: '::1', PORT: '9000' }).origins, [
      'http://[::1]:9000',
      'http://127.0.0.1:9000',
      'http://localhost:9000',
    ]);
  });

  test('a variable set to nothing counts as not set', () => {
    assert.equal(readConfig({ PORT: '', DATABASE_URL: ' ' }).port, 8420);
  });

  test('a demo does not serve a network', () => {
    assert.match(saidOf({ HOST: '0.0.0.0' }), /^HOST=0\.0\.0\.0: chế độ demo.*\n.*demo mode/);
  });

  test('a demo does not serve a network through a proxy either', () => {
    assert.match(saidOf({ ADMIN_ORIGIN: 'https://thu.example' }), /^ADMIN_ORIGIN: chế độ demo.*\n.*demo mode/);
    assert.equal(readConfig({ ADMIN_ORIGIN: 'http://localhost:5173' }).adminOrigin, 'http://localhost:5173');
  });

  test('each wrong value gets a sentence in both languages', () => {
    const said = saidOf({ PORT: 'abc', ROLE: 'boss', POOL_SIZE: '1', HOST: 'quan tri', TRUSTED_PROXIES: '10.0.0.0/8' });
    assert.match(said, /^PORT=abc: phải là số nguyên từ 1 đến 65535\.$/m);
    assert.match(said, /^PORT=abc: must be a whole number from 1 to 65535\.$/m);
    for (const name of ['ROLE=boss', 'POOL_SIZE=1', 'HOST=quan tri', 'TRUSTED_PROXIES=10.0.0.0/8'])
      assert.ok(said.includes(name));
  });

  test('a secret is not shown, not even a wrong one', () => {
    const said = saidOf({
      DATABASE_URL: 'mysql://root:bi-mat@db',
      SMTP_URL: 'http://u:bi-mat@m',
      METRICS_TOKEN: 'bi-mat',
    });
    assert.ok(!said.includes('bi-mat'), said);
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'METRICS_TOKEN']) assert.ok(said.includes(name));
  });

  test('production needs two addresses on two hosts', () => {
    const config = readConfig(production);
    assert.equal(config.mode, 'production');
    assert.deepEqual(config.origins, ['https://quantri.example']);
    assert.match(saidOf({ DATABASE_URL: production.DATABASE_URL }), /ADMIN_ORIGIN/);
    assert.match(saidOf({ ...production, PORTAL_ORIGIN: 'https://quantri.example:8443' }), /tên miền khác nhau/);
    assert.match(saidOf({ ...production, PORTAL_ORIGIN: 'https://quantri.example/cong' }), /tên miền khác nhau/);
  });

  test('passwords travel over https, except to this machine itself', () => {
    assert.match(saidOf({ ...production, ADMIN_ORIGIN: 'http://quantri.example' }), /https/);
    const local = { ...production, ADMIN_ORIGIN: 'http://127.0.0.1:8420', PORTAL_ORIGIN: 'http://127.0.0.1:8421' };
    assert.equal(readConfig(local).adminOrigin, 'http://127.0.0.1:8420');
  });

  test('an address that is no web address is refused', () => {
    assert.match(saidOf({ ...production, ADMIN_ORIGIN: 'javascript:alert(1)' }), /ADMIN_ORIGIN/);
    assert.match(saidOf({ MAIL_FROM: 'Lan Tỏa\r\nBcc: x@y.vn <a@b.vn>' }), /MAIL_FROM/);
  });
});
