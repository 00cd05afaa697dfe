import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromServer, paths } from './paths.ts';

test('an address is made from its parameters', () => {
  assert.equal(paths.plan.to({ planId: '0190-a' }), '/ke-hoach/0190-a');
  assert.equal(paths.incomingReview.to({ documentId: 'a/b' }), '/van-ban-den/a%2Fb/ra-soat');
});

test('filters stand behind the question mark and empty ones are left out', () => {
  assert.equal(
    paths.plans.to({}, { q: 'mầm non', state: '', unit: undefined, year: 2026 }),
    '/ke-hoach?q=m%E1%BA%A7m+non&year=2026',
  );
  assert.equal(paths.plans.to(), '/ke-hoach');
});

test('only addresses of the app are taken from the server', () => {
  assert.equal(fromServer('/app/ke-hoach/1'), '/ke-hoach/1');
  assert.equal(fromServer('/app'), '/');
  assert.equal(fromServer('https://example.vn/app/'), undefined);
  assert.equal(fromServer('/inbox'), '/inbox');
  assert.equal(fromServer('//example.vn'), undefined);
  assert.equal(fromServer('/tra-loi/ke-hoach/1'), undefined);
  assert.equal(fromServer('/app//example.vn'), undefined);
  assert.equal(fromServer('/\\example.vn'), undefined);
  assert.equal(fromServer(null), undefined);
});
