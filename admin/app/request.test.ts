import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestOf } from './request.ts';

test('path parameters leave the input, the rest of a GET is asked in the query', () => {
  const input = { unitId: 'u/1', q: 'mầm non', after: undefined, limit: 50 };
  assert.deepEqual(requestOf({ method: 'GET', path: '/units/:unitId/people' }, input), {
    url: '/api/units/u%2F1/people?q=m%E1%BA%A7m+non&limit=50',
    method: 'GET',
    body: undefined,
  });
});

test('the rest of a write is its JSON body', () => {
  assert.deepEqual(requestOf({ method: 'PATCH', path: '/plans/:planId' }, { planId: '7', version: 3, title: 'A' }), {
    url: '/api/plans/7',
    method: 'PATCH',
    body: '{"version":3,"title":"A"}',
  });
});

test('a DELETE has no body', () => {
  assert.deepEqual(requestOf({ method: 'DELETE', path: '/grants/:grantId' }, { grantId: 'g' }), {
    url: '/api/grants/g',
    method: 'DELETE',
    body: undefined,
  });
});
