import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentNumber, writtenNumbers } from './document-number.ts';

test('a number below ten takes one zero, however it was typed', () => {
  for (const typed of ['7', '07', '007', ' 7 ']) assert.equal(documentNumber(typed), '07');
  assert.equal(documentNumber('112'), '112');
  assert.equal(documentNumber('0112'), '112');
});

test('a number given out in between carries its letter', () => {
  assert.equal(documentNumber('12A'), '12a');
  assert.equal(documentNumber('7 b'), '07b');
});

test('what is no number of a register is none', () => {
  for (const typed of ['', '0', '00', 'bảy', '7/KH-SGDĐT', '-7', '7.5', '12345678', '７'])
    assert.equal(documentNumber(typed), null, typed);
});

test('one number is looked for in each way it may have been printed', () => {
  assert.deepEqual(writtenNumbers('7'), ['7', '07']);
  assert.deepEqual(writtenNumbers('07'), ['07', '7']);
  assert.deepEqual(writtenNumbers('112'), ['112']);
  assert.deepEqual(writtenNumbers('…'), ['…']);
});
