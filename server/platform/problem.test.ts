import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { catalogue } from '#app/catalogue.ts';
import { constraintErrors, errorStatus, Problem } from '#lib/errors.ts';
import { describeError } from './log.ts';
import { problemReply, statusOf } from './problem.ts';
import { say, useCatalogue } from './texts.ts';

const databaseError = (code: string, more: object = {}) =>
  Object.assign(new Error('from the database'), { code, severity: 'ERROR', ...more });

describe('errors as people meet them', () => {
  before(() => useCatalogue(catalogue));

  test('every code has a sentence in both languages, and no hole is left in one', () => {
    for (const code of Object.keys(errorStatus)) {
      for (const language of ['vi', 'en'] as const) assert.notEqual(say(language, code), code);
    }
    const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of Object.entries(catalogue.vi))
      assert.deepEqual(slots(catalogue.en[key] ?? ''), slots(text), key);
  });

  test('a problem keeps its code, its figures and the row as it is now', () => {
    const { status, body } = problemReply(
      new Problem('uploads.offset', { received: 4096 }, { current: { received: 4096 } }),
      'r1',
      'vi',
    );
    assert.equal(status, 409);
    assert.equal(body.title, 'Phần tệp gửi lên không khớp với phần đã nhận. Việc tải sẽ tiếp tục từ byte 4.096.');
    assert.deepEqual([body.params, body.current], [{ received: 4096 }, { received: 4096 }]);
  });

  test('a broken rule of the database is the same code as a checked one', () => {
    for (const [constraint, code] of Object.entries(constraintErrors)) {
      const { body } = problemReply(databaseError('23505', { constraint }), 'r1', 'vi');
      assert.equal(body.code, code);
    }
  });

  test('what the database cannot do now is to be tried again, what it cannot do at all is ours', () => {
    assert.equal(statusOf(databaseError('40001')), 409);
    for (const code of ['57P01', '53300', '08006']) assert.equal(statusOf(databaseError(code)), 503, code);
    assert.equal(statusOf(new Error('timeout exceeded when trying to connect')), 503);
    assert.equal(statusOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })), 503);
    for (const code of ['42703', '23502', '22012']) assert.equal(statusOf(databaseError(code)), 500, code);
  });

  test('an error of ours says nothing about itself but the id to ask for', () => {
    const { status, body } = problemReply(new TypeError('secret is undefined'), '0197-abc', 'en');
    assert.equal(status, 500);
    assert.ok(!JSON.stringify(body).includes('secret'));
    assert.ok(body.title.includes('0197-abc'));
  });

  test('a field whose sentence nobody wrote gets the general one', () => {
    const { body } = problemReply(
      new Problem('invalid', {}, { fields: { a: 'Invalid input', b: 'fields.required' } }),
      'r1',
      'vi',
    );
    assert.deepEqual(body.fields, { a: catalogue.vi['fields.invalid'], b: catalogue.vi['fields.required'] });
  });

  test('what is logged of an error leaves the values of the row out', () => {
    const error = databaseError('23505', {
      constraint: 'people_email',
      table: 'people',
      detail: 'Key (email)=(hoa@so.example) exists.',
    });
    const kept = JSON.stringify(describeError(error));
    assert.ok(!kept.includes('hoa@so.example'));
    assert.ok(kept.includes('people_email'));
    assert.ok(JSON.stringify(describeError({ message: 'queue is away', queue: 'x' })).includes('queue is away'));
  });
});
